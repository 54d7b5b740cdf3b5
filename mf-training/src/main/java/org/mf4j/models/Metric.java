package org.mf4j.models;

import java.util.Locale;
import java.util.stream.IntStream;

/** How predictions are scored. */
public enum Metric {
  /** The share of series whose class is right; more is better. */
  ACCURACY {
    @Override
    double of(double[] predictions, double[] targets) {
      long right =
          IntStream.range(0, targets.length).filter(i -> predictions[i] == targets[i]).count();
      return (double) right / targets.length;
    }

    @Override
    public boolean isBetter(double score, double other) {
      return score > other;
    }
  },
  /** The root of the mean squared error, in the units of the target; less is better. */
  RMSE {
    @Override
    double of(double[] predictions, double[] targets) {
      double squares =
          IntStream.range(0, targets.length)
              .mapToDouble(i -> Math.pow(predictions[i] - targets[i], 2))
              .sum();
      return Math.sqrt(squares / targets.length);
    }

    @Override
    public boolean isBetter(double score, double other) {
      return score < other;
    }
  };

  /**
   * The name in reports.
   *
   * @return {@code accuracy} or {@code rmse}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What an axis says of it.
   *
   * @return with the unit, where it has one
   */
  public String axis() {
    return this == ACCURACY ? "test accuracy" : "test RMSE (units of the target)";
  }

  /**
   * Compares two scores.
   *
   * @param score one
   * @param other the other
   * @return whether the first is better; false if they are equal or one is NaN
   */
  public abstract boolean isBetter(double score, double other);

  abstract double of(double[] predictions, double[] targets);
}
