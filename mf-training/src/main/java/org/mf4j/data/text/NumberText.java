package org.mf4j.data.text;

import java.util.regex.Pattern;

/** Reads one number: decimal notation within the range of a float, or missing. */
public final class NumberText {
  private static final Pattern MISSING = Pattern.compile("\\?|nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern INFINITE =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

  private NumberText() {}

  /**
   * The number between two indices of the line, spaces around it ignored.
   *
   * @param lines where the line comes from, for the message
   * @param line the line last read
   * @param from the index of the first character
   * @param to the index behind the last character
   * @return the number; NaN for a missing value ({@code ?} or NaN)
   * @throws org.mf4j.data.series.DataException if there is no number, or one beyond the range of a
   *     float
   */
  public static double parse(TextLines lines, String line, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && line.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && line.charAt(end - 1) <= ' ') {
      end--;
    }
    if (start == end) {
      throw lines.columnError(from, "a value is empty; write ? for a missing one.");
    }
    return parse(lines, start, line.substring(start, end));
  }

  private static double parse(TextLines lines, int index, String text) {
    if (isDecimal(text)) {
      return decimal(lines, index, text);
    }
    if (isMissing(text)) {
      return Double.NaN;
    }
    if (INFINITE.matcher(text).matches()) {
      throw lines.columnError(index, ForeignText.quote(text) + " is infinite.");
    }
    throw lines.columnError(index, ForeignText.quote(text) + " is not a number.");
  }

  private static double decimal(TextLines lines, int index, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) > Float.MAX_VALUE) {
        throw lines.columnError(
            index, ForeignText.quote(text) + " is beyond the range of a float (3.4e38).");
      }
      return value;
    } catch (NumberFormatException e) {
      throw lines.columnError(index, ForeignText.quote(text) + " is not a number.");
    }
  }

  /**
   * Whether a text stands for a value that is not known.
   *
   * @param text the text, without spaces around it
   * @return true for {@code ?} and NaN in any letter case
   */
  public static boolean isMissing(String text) {
    return MISSING.matcher(text).matches();
  }

  /** Keeps out what Java reads as a number besides: hexadecimal, and the suffixes d and f. */
  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return true;
  }
}
