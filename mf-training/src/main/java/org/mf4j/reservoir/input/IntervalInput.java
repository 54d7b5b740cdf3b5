package org.mf4j.reservoir.input;

import java.util.Optional;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * W_ij ~ U[omega_0 - Delta-omega, omega_0 + Delta-omega], the nearly equal weights of an assembly
 * of nanowire neurons [ESANN].
 *
 * @param centre omega_0, finite
 * @param spread Delta-omega, 0 or above
 */
public record IntervalInput(double centre, double spread) implements InputWeights {
  /**
   * The centre is finite, the spread 0 or above.
   *
   * @throws IllegalArgumentException if the centre is not finite or the spread is negative
   */
  public IntervalInput {
    Require.finite("centre", centre);
    Require.nonNegative("spread", spread);
  }

  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    double[][] weights = new double[nIn][units];
    for (double[] row : weights) {
      for (int j = 0; j < units; j++) {
        row[j] = random.uniform(centre - spread, centre + spread);
      }
    }
    return weights;
  }

  @Override
  public Optional<Distribution> scaling() {
    return Optional.of(new Distribution.Constant(spread));
  }

  /** Weights around 0. */
  @Override
  public InputWeights withScaling(Distribution omega) {
    return new UniformInput(omega);
  }

  @Override
  public Optional<IntervalInput> interval() {
    return Optional.of(this);
  }
}
