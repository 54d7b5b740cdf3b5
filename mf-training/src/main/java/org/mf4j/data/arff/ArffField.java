package org.mf4j.data.arff;

import org.mf4j.data.text.TextLines;

/**
 * A part of a line: bare up to a separator, or in single or double quotes, with backslashes inside.
 *
 * @param from the index of its first character, inside the quotes
 * @param to the index behind its last character, inside the quotes
 * @param end the index behind it, behind the quotes
 * @param quoted whether there are quotes
 */
record ArffField(int from, int to, int end, boolean quoted) {
  /** The field that begins at an index, blanks before it skipped. */
  static ArffField at(TextLines lines, String line, int index, String separators) {
    int from = skipBlanks(line, index);
    return from < line.length() && isQuote(line.charAt(from))
        ? quoted(lines, line, from)
        : bare(line, from, separators);
  }

  private static boolean isQuote(char c) {
    return c == '\'' || c == '"';
  }

  private static ArffField bare(String line, int from, String separators) {
    int end = from;
    while (end < line.length() && separators.indexOf(line.charAt(end)) < 0) {
      end++;
    }
    int to = end;
    while (to > from && line.charAt(to - 1) <= ' ') {
      to--;
    }
    return new ArffField(from, to, end, false);
  }

  private static ArffField quoted(TextLines lines, String line, int open) {
    char quote = line.charAt(open);
    int close = open + 1;
    while (close < line.length() && line.charAt(close) != quote) {
      close += line.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= line.length()) {
      throw lines.columnError(open, "the quotation mark " + quote + " is not closed.");
    }
    return new ArffField(open + 1, close, close + 1, true);
  }

  /** What it says, without quotes and backslashes. */
  String text(String line) {
    String text = line.substring(from, to);
    return quoted ? text.replaceAll("(?s)\\\\(.)", "$1") : text;
  }

  /** From the beginning of this field to the end of another, as it stands. */
  ArffField upTo(ArffField last) {
    return new ArffField(from, last.end, last.end, false);
  }

  /** Skips blanks behind the field. */
  int next(String line) {
    return skipBlanks(line, end);
  }

  /** The index of the first character from an index on that is not blank. */
  static int skipBlanks(String line, int index) {
    int next = index;
    while (next < line.length() && line.charAt(next) <= ' ') {
      next++;
    }
    return next;
  }

  /** The line up to the comment that begins with a percent sign outside of quotation marks. */
  static String withoutComment(String line) {
    char open = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (open != 0 && c == '\\') {
        i++;
      } else if (open != 0) {
        open = c == open ? 0 : open;
      } else if (isQuote(c)) {
        open = c;
      } else if (c == '%') {
        return line.substring(0, i);
      }
    }
    return line;
  }
}
