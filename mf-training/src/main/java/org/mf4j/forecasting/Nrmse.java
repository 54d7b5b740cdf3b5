package org.mf4j.forecasting;

/**
 * Normalised root mean squared error: the root of the mean squared error over the variance of the
 * targets. 0 is perfect, 1 is what the mean of the targets reaches.
 */
public final class Nrmse {
  private Nrmse() {}

  /**
   * Of predictions whose targets are the scale.
   *
   * @param predictions n numbers
   * @param targets n numbers, not all equal
   * @return the error, 0 or above
   */
  public static double of(double[] predictions, double[] targets) {
    return of(predictions, targets, variance(targets));
  }

  /**
   * On a given scale, such as the variance of a long series of which the targets are a few points.
   *
   * @param predictions n numbers
   * @param targets n numbers
   * @param variance above 0
   * @return the error, 0 or above
   * @throws IllegalArgumentException if the numbers of predictions and targets differ or the
   *     variance is not above 0
   */
  public static double of(double[] predictions, double[] targets, double variance) {
    if (predictions.length != targets.length || !(variance > 0)) {
      throw new IllegalArgumentException(
          String.format(
              "%d predictions, %d targets, variance %s: must be as many, and above 0",
              predictions.length, targets.length, variance));
    }
    double squares = 0;
    for (int i = 0; i < targets.length; i++) {
      double error = predictions[i] - targets[i];
      squares += error * error;
    }
    return Math.sqrt(squares / targets.length / variance);
  }

  /**
   * The scale.
   *
   * @param values n numbers
   * @return the mean squared deviation from their mean
   */
  public static double variance(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    return variance;
  }
}
