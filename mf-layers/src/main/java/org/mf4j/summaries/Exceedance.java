package org.mf4j.summaries;

import java.util.function.DoubleSupplier;

/**
 * What a neuron does above a threshold, see {@link CalibratedExceedance}. The threshold of a neuron
 * is the quantile of its states at a level drawn from U[lowest, highest].
 *
 * @param lowest the lowest level, in [0, 1]
 * @param highest the highest level, in [lowest, 1]
 */
public record Exceedance(double lowest, double highest) implements Uncalibrated {
  /**
   * The levels are in order.
   *
   * @throws IllegalArgumentException if a level is out of its range
   */
  public Exceedance {
    if (!(lowest >= 0 && lowest <= highest && highest <= 1)) {
      throw new IllegalArgumentException(
          "levels = [" + lowest + ", " + highest + "]: needs 0 <= lowest <= highest <= 1");
    }
  }

  @Override
  public int features() {
    return 4;
  }

  @Override
  public Summary calibrated(Calibration states, DoubleSupplier uniform) {
    double[] thresholds = new double[states.neurons()];
    for (int j = 0; j < thresholds.length; j++) {
      double level = lowest + (highest - lowest) * uniform.getAsDouble();
      thresholds[j] = states.quantile(j, level);
    }
    return new CalibratedExceedance(thresholds);
  }
}
