package org.mf4j.data.ts;

import java.util.regex.Pattern;

/** Reads one number: decimal notation within the range of a float, or missing. */
final class TsNumber {
  private static final Pattern MISSING = Pattern.compile("\\?|nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern INFINITE =
      Pattern.compile("[+-]?inf(inity)?", Pattern.CASE_INSENSITIVE);

  private TsNumber() {}

  /**
   * The number between two indices of the line, spaces around it ignored.
   *
   * @return NaN for a missing value
   */
  static double parse(TsLines lines, String line, int from, int to) {
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

  private static double parse(TsLines lines, int index, String text) {
    if (isDecimal(text)) {
      return decimal(lines, index, text);
    }
    if (MISSING.matcher(text).matches()) {
      return Double.NaN;
    }
    if (INFINITE.matcher(text).matches()) {
      throw lines.columnError(index, TsText.quote(text) + " is infinite.");
    }
    throw lines.columnError(index, TsText.quote(text) + " is not a number.");
  }

  private static double decimal(TsLines lines, int index, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Math.abs(value) > Float.MAX_VALUE) {
        throw lines.columnError(
            index, TsText.quote(text) + " is beyond the range of a float (3.4e38).");
      }
      return value;
    } catch (NumberFormatException e) {
      throw lines.columnError(index, TsText.quote(text) + " is not a number.");
    }
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
