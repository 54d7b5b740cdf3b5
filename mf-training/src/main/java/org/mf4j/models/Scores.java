package org.mf4j.models;

import java.util.List;

/**
 * The scores of several trials.
 *
 * @param values one per trial
 */
public record Scores(List<Double> values) {
  /** The values are a copy. */
  public Scores {
    values = List.copyOf(values);
  }

  /**
   * The mean.
   *
   * @return NaN if there is no trial
   */
  public double mean() {
    return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
  }

  /**
   * The sample standard deviation (division by n - 1).
   *
   * @return 0 for a single trial, NaN for none
   */
  public double std() {
    double mean = mean();
    double squares = values.stream().mapToDouble(value -> Math.pow(value - mean, 2)).sum();
    return values.isEmpty() ? Double.NaN : Math.sqrt(squares / Math.max(1, values.size() - 1));
  }
}
