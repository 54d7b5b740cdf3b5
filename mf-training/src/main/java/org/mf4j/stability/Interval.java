package org.mf4j.stability;

/**
 * A closed interval of real numbers.
 *
 * @param lower its smallest number
 * @param upper its largest number
 */
public record Interval(double lower, double upper) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if lower is above upper, or one is NaN
   */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "interval = [" + lower + ", " + upper + "]: lower must not be above upper");
    }
  }
}
