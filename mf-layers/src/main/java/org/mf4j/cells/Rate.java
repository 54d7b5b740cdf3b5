package org.mf4j.cells;

import org.mf4j.math.FloatFunctions;

/**
 * deltaT K_p or deltaT K_d of a block of series as a function of g. The exponential is taken about
 * the middle c of g's range, which halves its largest argument: rate = atCentre exp(slope (g - c)).
 * A slope that all neurons share is a factor of the exponential's own loop; one per neuron costs a
 * loop of its own.
 */
final class Rate {
  private static final float[] SHARED = {};

  /** The shared slope, or 1 where every neuron has its own. */
  final float slope;

  private final float[] slopes;
  private final float[] atCentre;
  private final float centre;
  private final int squarings;

  /**
   * A rate of a block.
   *
   * @param slopes one per neuron
   * @param offsets logarithm of the rate at g = 0, one per neuron
   * @param rows the number of series
   * @param rescales whether g lies in (0, 1); any number otherwise
   */
  Rate(double[] slopes, double[] offsets, int rows, boolean rescales) {
    double steepest = 0;
    boolean shared = true;
    this.centre = rescales ? 0.5f : 0f;
    double[] values = new double[offsets.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(offsets[i] + slopes[i] * centre);
      steepest = Math.max(steepest, Math.abs(slopes[i]));
      shared &= slopes[i] == slopes[0];
    }
    this.atCentre = repeated(values, rows);
    this.slope = shared ? (float) slopes[0] : 1f;
    this.slopes = shared ? SHARED : repeated(slopes, rows);
    this.squarings = rescales ? FloatFunctions.squarings(steepest * centre) : -1;
  }

  /** Sets the first n rates for the drive g. */
  void evaluate(float[] g, float[] rate, int n) {
    if (slopes.length == 0) {
      FloatFunctions.exp(g, atCentre, rate, n, slope, centre, squarings);
    } else {
      for (int i = 0; i < n; i++) {
        rate[i] = slopes[i] * (g[i] - centre);
      }
      FloatFunctions.exp(rate, atCentre, rate, n, 1f, 0f, squarings);
    }
  }

  /** Multiplies by the slopes of the neurons; a shared one is left to the caller. */
  void weigh(float[] dLogRate) {
    for (int i = 0; i < slopes.length; i++) {
      dLogRate[i] = dLogRate[i] * slopes[i];
    }
  }

  /** The largest rate of entry i over g in (0, 1). */
  double bound(int i) {
    double steepness = slopes.length == 0 ? slope : slopes[i];
    return atCentre[i] * Math.exp(Math.abs(steepness) / 2);
  }

  /** One value per neuron, once for every series. */
  static float[] repeated(double[] perNeuron, int rows) {
    int n = perNeuron.length;
    float[] all = new float[rows * n];
    for (int i = 0; i < n; i++) {
      all[i] = (float) perNeuron[i];
    }
    for (int row = 1; row < rows; row++) {
      System.arraycopy(all, 0, all, row * n, n);
    }
    return all;
  }
}
