package org.mf4j.data.ucr;

/**
 * Walks over the cells of a line: separated by tabs if there is a tab, else by semicolons, else by
 * commas, else by blanks.
 */
final class LineCells {
  private static final String SEPARATORS = "\t;,";

  private final String line;
  private final char separator;
  private int from;
  private int to;
  private int end = -1;

  LineCells(String line) {
    this.line = line;
    this.separator =
        (char) SEPARATORS.chars().filter(mark -> line.indexOf(mark) >= 0).findFirst().orElse(' ');
  }

  /** Moves on; false behind the last cell. */
  boolean next() {
    if (end == line.length()) {
      return false;
    }
    from = end + 1;
    while (separator == ' ' && from < line.length() && line.charAt(from) == ' ') {
      from++;
    }
    int found = line.indexOf(separator, from);
    end = found < 0 ? line.length() : found;
    to = end;
    narrow();
    return true;
  }

  /** Leaves out spaces around the content, and quotation marks around that. */
  private void narrow() {
    String content = line.substring(from, to).strip();
    if (!content.isEmpty()) {
      from = line.indexOf(content, from);
      to = from + content.length();
    }
    if (content.length() > 2 && content.startsWith("\"") && content.endsWith("\"")) {
      from++;
      to--;
    }
  }

  /** The index of the first character of the content. */
  int from() {
    return from;
  }

  /** The index behind the last character of the content. */
  int to() {
    return to;
  }

  /** The content. */
  String text() {
    return line.substring(from, to).strip();
  }
}
