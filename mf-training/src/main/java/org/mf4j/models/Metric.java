package org.mf4j.models;

import java.util.Locale;

/** How predictions are scored. */
public enum Metric {
  /** The share of series whose class is right; more is better. */
  ACCURACY,
  /** The root of the mean squared error, in the units of the target; less is better. */
  RMSE;

  /**
   * The name in reports.
   *
   * @return {@code accuracy} or {@code rmse}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
