package org.mf4j.forecasting;

import org.mf4j.options.Require;

/**
 * How long a free run stays with a chaotic truth: the time until |forecast - truth|, over the
 * channels, first exceeds a share of the root mean square of |truth - mean|. As in Pathak et al.,
 * Phys. Rev. Lett. 120, 024102 (2018).
 *
 * @param threshold the share, above 0; 0.4 is usual
 * @param unit steps per unit of the result, above 0; for Lyapunov times 1 / (exponent x interval)
 */
public record ValidPredictionTime(double threshold, double unit) {
  /**
   * Both numbers are above 0.
   *
   * @throws IllegalArgumentException if a number is not above 0
   */
  public ValidPredictionTime {
    Require.positive("threshold", threshold);
    Require.positive("unit", unit);
  }

  /**
   * Measures one run.
   *
   * @param forecast {@code [channels][T]}
   * @param truth {@code [channels][T]}, the same steps
   * @return the number of steps before the first one that is too far off, T if there is none, over
   *     the unit
   */
  public double of(double[][] forecast, double[][] truth) {
    double scale = 0;
    for (double[] channel : truth) {
      scale += Nrmse.variance(channel);
    }
    int steps = truth[0].length;
    for (int t = 0; t < steps; t++) {
      double squares = 0;
      for (int c = 0; c < truth.length; c++) {
        squares += Math.pow(forecast[c][t] - truth[c][t], 2);
      }
      // Not a number counts as too far off.
      if (!(Math.sqrt(squares / scale) <= threshold)) {
        return t / unit;
      }
    }
    return steps / unit;
  }
}
