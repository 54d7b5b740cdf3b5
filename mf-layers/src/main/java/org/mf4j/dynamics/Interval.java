package org.mf4j.dynamics;

/**
 * A closed interval of real numbers.
 *
 * @param lower its smallest number
 * @param upper its largest number
 */
public record Interval(double lower, double upper) {
  /**
   * The interval has at least one number.
   *
   * @throws IllegalArgumentException if lower is above upper, or one is NaN
   */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "interval = [" + lower + ", " + upper + "]: lower must not be above upper");
    }
  }

  /**
   * The number of the interval that is closest to x.
   *
   * @param x any number
   * @return x, or the end beyond which it lies
   */
  public double nearest(double x) {
    return Math.max(lower, Math.min(upper, x));
  }
}
