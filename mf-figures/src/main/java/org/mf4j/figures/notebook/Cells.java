package org.mf4j.figures.notebook;

import java.math.BigDecimal;
import java.math.MathContext;

/** Values as the text of a table's cell. */
final class Cells {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** Numbers below the one and from the other on are easier to read as m * 10^e. */
  private static final double SMALL = 1e-4;

  private static final double LARGE = 1e7;

  private Cells() {}

  /** The text of a value: a floating point number with four significant digits at most. */
  static String text(Object value) {
    return value instanceof Double || value instanceof Float
        ? number(((Number) value).doubleValue())
        : String.valueOf(value);
  }

  private static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size < SMALL || size >= LARGE ? scientific(rounded) : rounded.toPlainString();
  }

  private static String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
