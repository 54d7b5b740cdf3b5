package org.mf4j.cuda;

import java.util.Arrays;
import java.util.Map;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.cuda.kernels.CellKind;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.StepCoefficients;

/** A cell as the kernels of the device know it. */
final class KernelCell {
  private static final double LOG2_E = 1 / Math.log(2);

  /** No state sees less; the exact step divides by the sum of both rates, which shall not be 0. */
  private static final double LEAST_LOG_RATE = -87;

  private KernelCell() {}

  static boolean covers(RecurrentCell cell) {
    return cell.noise().isNone() && (cell instanceof MemristiveCell || cell instanceof LeakyCell);
  }

  static CellKind kind(RecurrentCell cell) {
    if (cell instanceof MemristiveCell memristive) {
      boolean exact = memristive.integration() == Integration.EXACT;
      boolean rescale = memristive.dynamics().drive().isRescaled();
      return new CellKind(exact ? "Exact" : "Euler", rescale);
    }
    return new CellKind("Leaky", false);
  }

  /**
   * The constants {@code [5,N]}: gamma, and the affine exponents of both rates in powers of two.
   *
   * @param cell the cell
   * @param constants the learned constants
   * @param neurons N
   */
  static float[] coefficients(RecurrentCell cell, Map<String, double[]> constants, int neurons) {
    float[] all = new float[5 * neurons];
    if (cell instanceof MemristiveCell memristive) {
      StepCoefficients c = StepCoefficients.of(memristive.learned(constants), neurons);
      write(c.gamma(), 1, all, 0);
      write(c.potentiationSlope(), LOG2_E, all, neurons);
      boolean bounded = memristive.dynamics().drive().isRescaled();
      write(
          bounded ? visible(c.potentiationOffset(), c.potentiationSlope()) : c.potentiationOffset(),
          LOG2_E,
          all,
          2 * neurons);
      write(c.depressionSlope(), LOG2_E, all, 3 * neurons);
      write(
          bounded ? visible(c.depressionOffset(), c.depressionSlope()) : c.depressionOffset(),
          LOG2_E,
          all,
          4 * neurons);
    } else if (cell instanceof LeakyCell leaky) {
      Arrays.fill(all, 0, neurons, (float) (1 - leaky.leakRate()));
      Arrays.fill(all, neurons, 2 * neurons, (float) leaky.leakRate());
    }
    return all;
  }

  /** Offsets such that a rate is above 0 for every rescaled drive, g in (0, 1). */
  private static double[] visible(double[] offsets, double[] slopes) {
    double[] visible = new double[offsets.length];
    Arrays.setAll(visible, i -> Math.max(offsets[i], LEAST_LOG_RATE - Math.min(0, slopes[i])));
    return visible;
  }

  private static void write(double[] values, double factor, float[] to, int at) {
    for (int i = 0; i < values.length; i++) {
      to[at + i] = (float) (factor * values[i]);
    }
  }
}
