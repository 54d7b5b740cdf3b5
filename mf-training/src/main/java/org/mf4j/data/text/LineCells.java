package org.mf4j.data.text;

/**
 * Walks over the cells of a line. A cell in quotation marks holds what stands between them, a
 * doubled quotation mark being one (RFC 4180); spaces around cells do not count.
 */
public final class LineCells {
  private static final String SEPARATORS = "\t;,";

  private final String line;
  private final char separator;
  private int from;
  private int to;
  private int end = -1;
  private boolean quoted;

  /**
   * In front of the first cell.
   *
   * @param line the line, without blanks at its end
   * @param separator what separates cells
   */
  public LineCells(String line, char separator) {
    this.line = line;
    this.separator = separator;
  }

  /**
   * What separates the cells of a line, outside of quotation marks: tabs if there is one, else
   * semicolons, else commas, else blanks.
   *
   * @param line the line, without blanks at its end
   * @return a tab, semicolon, comma or blank
   */
  public static char separatorOf(String line) {
    String bare = line.replaceAll("\"[^\"]*\"", "");
    return (char)
        SEPARATORS.chars().filter(mark -> bare.indexOf(mark) >= 0).findFirst().orElse(' ');
  }

  /** {@return whether there is another cell, to which it has moved on} */
  public boolean next() {
    if (end == line.length()) {
      return false;
    }
    from = skipSpace(end + 1);
    int close = closingMark();
    quoted = close >= 0;
    if (quoted) {
      from++;
      to = close;
      int next = skipSpace(close + 1);
      end = next < line.length() && separator == ' ' ? close + 1 : next;
    } else {
      end = from;
      while (end < line.length() && !separates(line.charAt(end))) {
        end++;
      }
      to = end;
      while (to > from && Character.isSpaceChar(line.charAt(to - 1))) {
        to--;
      }
    }
    return true;
  }

  private int skipSpace(int index) {
    int next = index;
    while (next < line.length() && Character.isSpaceChar(line.charAt(next))) {
      next++;
    }
    return next;
  }

  private boolean separates(char c) {
    return separator == ' ' ? Character.isSpaceChar(c) : c == separator;
  }

  /** The index of the mark that ends a cell in quotation marks; -1 if the cell is not in such. */
  private int closingMark() {
    if (from >= line.length() || line.charAt(from) != '"') {
      return -1;
    }
    int close = line.indexOf('"', from + 1);
    while (close >= 0 && close + 1 < line.length() && line.charAt(close + 1) == '"') {
      close = line.indexOf('"', close + 2);
    }
    int next = skipSpace(close + 1);
    boolean ends = next == line.length() || separates(line.charAt(next)) || separator == ' ';
    return close >= 0 && ends ? close : -1;
  }

  /** {@return the index of the first character of the content} */
  public int from() {
    return from;
  }

  /** {@return the index behind the last character of the content} */
  public int to() {
    return to;
  }

  /** {@return the content} */
  public String text() {
    String text = line.substring(from, to).strip();
    return quoted ? text.replace("\"\"", "\"") : text;
  }

  /** {@return whether the content stands in quotation marks, so that nothing in it separates} */
  public boolean isQuoted() {
    return quoted;
  }

  /** {@return whether nothing follows but empty cells} */
  public boolean onlyEmptyCellsFollow() {
    LineCells rest = new LineCells(line, separator);
    rest.end = end;
    while (rest.next()) {
      if (rest.from < rest.to) {
        return false;
      }
    }
    return true;
  }

  /** {@return the separator of other files that the content holds; 0 if there is none} */
  public char strangeSeparator() {
    for (int i = from; i < to && !quoted; i++) {
      char c = line.charAt(i);
      if (SEPARATORS.indexOf(c) >= 0 && c != separator) {
        return c;
      }
    }
    return 0;
  }
}
