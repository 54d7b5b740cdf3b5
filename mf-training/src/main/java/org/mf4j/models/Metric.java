package org.mf4j.models;

import java.util.Locale;

/** How predictions are scored. */
public enum Metric {
  /** The share of series whose class is right. */
  ACCURACY(true, "test accuracy"),
  /** The root of the mean squared error, in the units of the target. */
  RMSE(false, "test RMSE (units of the target)"),
  /** The same over the deviation of the target: 1 is what its mean reaches. */
  NRMSE(false, "test NRMSE"),
  /** For how long a forecast stays with a chaotic truth, in Lyapunov times. */
  VALID_TIME(true, "valid Lyapunov times");

  private final boolean moreIsBetter;
  private final String axis;

  Metric(boolean moreIsBetter, String axis) {
    this.moreIsBetter = moreIsBetter;
    this.axis = axis;
  }

  /**
   * The name in reports.
   *
   * @return {@code accuracy}, {@code rmse}, {@code nrmse} or {@code valid_time}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return what an axis says of it, with the unit where it has one} */
  public String axis() {
    return axis;
  }

  /** {@return whether the larger of two scores is the better one} */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /**
   * Compares two scores.
   *
   * @param score one
   * @param other the other
   * @return whether the first is better; false if they are equal or one is NaN
   */
  public boolean isBetter(double score, double other) {
    return moreIsBetter ? score > other : score < other;
  }
}
