package org.mf4j.stability;

import java.util.function.DoubleUnaryOperator;
import org.mf4j.dynamics.Interval;

/**
 * The largest value of a continuous function on an interval, by a grid and golden-section search in
 * the two cells around its best point. Exact to rounding for a function with one maximum per two
 * cells, as the rates, sigmoids and their products here are. Not a library's, whose two megabytes
 * all users of the models would carry for these lines.
 */
final class LargestValue {
  private static final int CELLS = 256;
  private static final int GOLDEN_STEPS = 60;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private LargestValue() {}

  static double of(DoubleUnaryOperator function, Interval interval) {
    double width = (interval.upper() - interval.lower()) / CELLS;
    double best = Double.NEGATIVE_INFINITY;
    int at = 0;
    for (int i = 0; i <= CELLS; i++) {
      double value = function.applyAsDouble(point(interval, width, i));
      if (value > best) {
        best = value;
        at = i;
      }
    }
    double lower = point(interval, width, Math.max(0, at - 1));
    double upper = point(interval, width, Math.min(CELLS, at + 1));
    return Math.max(best, goldenSection(function, lower, upper));
  }

  /** The grid ends exactly at the upper end. */
  private static double point(Interval interval, double width, int i) {
    return i == CELLS ? interval.upper() : interval.lower() + i * width;
  }

  private static double goldenSection(DoubleUnaryOperator function, double from, double to) {
    double lower = from;
    double upper = to;
    double left = upper - GOLDEN * (upper - lower);
    double right = lower + GOLDEN * (upper - lower);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    for (int i = 0; i < GOLDEN_STEPS; i++) {
      if (atLeft >= atRight) {
        upper = right;
        right = left;
        atRight = atLeft;
        left = upper - GOLDEN * (upper - lower);
        atLeft = function.applyAsDouble(left);
      } else {
        lower = left;
        left = right;
        atLeft = atRight;
        right = lower + GOLDEN * (upper - lower);
        atRight = function.applyAsDouble(right);
      }
    }
    return Math.max(atLeft, atRight);
  }
}
