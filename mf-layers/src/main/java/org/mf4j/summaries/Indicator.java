package org.mf4j.summaries;

/** 1 or 0 without a branch, which the compiler would not vectorise. */
final class Indicator {
  private Indicator() {}

  /**
   * 1 for a positive number, 0 otherwise: twice the number, or 0, over itself. Differences of
   * states are far above the smallest normal number.
   */
  static double ofPositive(double difference) {
    double positive = Math.abs(difference) + difference;
    return positive / (positive + Double.MIN_NORMAL);
  }
}
