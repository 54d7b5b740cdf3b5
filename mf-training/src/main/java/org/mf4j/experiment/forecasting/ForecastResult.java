package org.mf4j.experiment.forecasting;

import java.util.List;

/**
 * What a search found.
 *
 * @param model the kind of reservoir
 * @param configuration the chosen one, in words
 * @param validation its mean score on the validation part
 * @param test its scores on the test part, one per trial
 * @param seconds that the search took
 */
public record ForecastResult(
    ForecastModel model,
    String configuration,
    double validation,
    List<Double> test,
    double seconds) {
  /** Copies. */
  public ForecastResult {
    test = List.copyOf(test);
  }

  /** {@return the mean test score} */
  public double mean() {
    return test.stream().mapToDouble(score -> score).average().orElse(Double.NaN);
  }

  /** {@return the standard deviation of the test scores, over n} */
  public double std() {
    double mean = mean();
    return Math.sqrt(
        test.stream().mapToDouble(score -> (score - mean) * (score - mean)).average().orElse(0));
  }
}
