package org.mf4j.options;

/** Range checks of option records; each returns the value that it has checked. */
public final class Require {
  private Require() {}

  /**
   * A whole number that counts something.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is below 1
   */
  public static int positive(String field, int value) {
    return check(value >= 1, field, value, "at least 1");
  }

  /**
   * A number above zero.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is not finite or not above 0
   */
  public static double positive(String field, double value) {
    return check(Double.isFinite(value) && value > 0, field, value, "finite and above 0");
  }

  /**
   * A number that may be zero.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is not finite or is below 0
   */
  public static double nonNegative(String field, double value) {
    return check(Double.isFinite(value) && value >= 0, field, value, "finite and 0 or above");
  }

  /**
   * A count that may be zero.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is below 0
   */
  public static int nonNegative(String field, int value) {
    return check(value >= 0, field, value, "0 or above");
  }

  /**
   * A number from zero up to a bound that it may not reach.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @param bound the smallest value that is too large
   * @return the value
   * @throws IllegalArgumentException if the value is not in [0, bound)
   */
  public static double below(String field, double value, double bound) {
    return check(value >= 0 && value < bound, field, value, "in [0, " + bound + ")");
  }

  /**
   * A probability.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is not in [0, 1]
   */
  public static double probability(String field, double value) {
    return check(value >= 0 && value <= 1, field, value, "in [0, 1]");
  }

  /**
   * Any number.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is not finite
   */
  public static double finite(String field, double value) {
    return check(Double.isFinite(value), field, value, "finite");
  }

  /**
   * A number with a lower bound.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @param least the smallest allowed value
   * @return the value
   * @throws IllegalArgumentException if the value is not finite or is below the bound
   */
  public static double atLeast(String field, double value, double least) {
    boolean valid = Double.isFinite(value) && value >= least;
    return check(valid, field, value, "finite and at least " + least);
  }

  /**
   * A share of a whole that is not nothing.
   *
   * @param field the name of the field, for the message
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is not in (0, 1]
   */
  public static double fraction(String field, double value) {
    return check(value > 0 && value <= 1, field, value, "in (0, 1]");
  }

  private static <T> T check(boolean valid, String field, T value, String allowed) {
    if (!valid) {
      throw new IllegalArgumentException(field + " = " + value + ": must be " + allowed);
    }
    return value;
  }
}
