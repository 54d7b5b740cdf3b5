package org.mf4j.data.text;

import java.util.regex.Pattern;
import org.mf4j.data.series.DataException;

/**
 * Reads one number: decimal notation within the range of a float, or missing. R, pandas,
 * spreadsheets and C have their own words for a missing value; all are understood.
 */
public final class NumberText {
  private static final Pattern UNKNOWN = Pattern.compile("\\?|nan", Pattern.CASE_INSENSITIVE);
  private static final Pattern MISSING =
      Pattern.compile("\\?|[+-]?nan(\\(\\w*\\))?|#?n/?a|null|none", Pattern.CASE_INSENSITIVE);
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
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
   * @throws DataException if there is no number, or one beyond the range of a float
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
    return parse(lines, start == end ? from : start, line.substring(start, end));
  }

  static double parse(TextLines lines, int index, String text) {
    if (text.isEmpty()) {
      throw lines.columnError(index, "a value is empty; write ? for a missing one.");
    }
    if (isDecimal(text)) {
      return decimal(lines, index, text);
    }
    if (isMissing(text)) {
      return Double.NaN;
    }
    if (INFINITE.matcher(text).matches()) {
      throw lines.columnError(index, ForeignText.quote(text) + " is infinite.");
    }
    throw notANumber(lines, index, text);
  }

  private static DataException notANumber(TextLines lines, int index, String text) {
    // A dash, or none at all between quotation marks, stands for a gap in some programs.
    boolean gap = text.chars().noneMatch(Character::isLetterOrDigit);
    return lines.columnError(
        index,
        ForeignText.quote(text)
            + " is not a number"
            + (gap ? "; write ? for a missing one." : "."));
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
      throw notANumber(lines, index, text);
    }
  }

  /**
   * Whether a text stands for a value that is not known.
   *
   * @param text the text, without spaces around it
   * @return true for {@code ?}, NaN, NA, N/A, null, None and the like in any letter case
   */
  public static boolean isMissing(String text) {
    return MISSING.matcher(text).matches();
  }

  /**
   * Whether a text stands for a class that is not known; {@code None} or {@code NA} may well be the
   * name of one.
   *
   * @param text the text, without spaces around it
   * @return true for {@code ?} and NaN in any letter case
   */
  public static boolean isUnknownLabel(String text) {
    return UNKNOWN.matcher(text).matches();
  }

  /**
   * Whether a text is a number in decimal notation, of any size.
   *
   * @param text the text, without spaces around it
   * @return false also for missing and infinite values
   */
  public static boolean isNumber(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /**
   * Whether a text is a name: neither a number nor missing nor infinite, and with a letter in it.
   *
   * @param text the text, without spaces around it
   * @return true for what can name a column, but is no value
   */
  public static boolean isName(String text) {
    return text.chars().anyMatch(Character::isLetter)
        && !isNumber(text)
        && !isMissing(text)
        && !INFINITE.matcher(text).matches();
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
