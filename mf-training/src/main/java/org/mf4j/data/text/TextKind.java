package org.mf4j.data.text;

/**
 * What the text of a format looks like from outside.
 *
 * @param name what messages call such a file, for the middle of a sentence
 * @param comments tells its comments
 */
public record TextKind(String name, Comments comments) {
  private static final String ZIP = "PK\u0003\u0004";
  // The second byte of gzip's mark is no UTF-8.
  private static final String GZIP = "\u001f\uFFFD";

  /** Tells which lines say nothing. */
  @FunctionalInterface
  public interface Comments {
    /**
     * Whether a line is a comment.
     *
     * @param line the line, not blank, without blanks before it
     * @param beforeContent whether nothing but comments came before it
     * @return true if it is to be left out
     */
    boolean isComment(String line, boolean beforeContent);

    /**
     * Comments that a character at the beginning of a line marks.
     *
     * @param marks the characters
     * @return true for a line that begins with one of them
     */
    static Comments marked(String marks) {
      return (line, beforeContent) -> marks.indexOf(line.charAt(0)) >= 0;
    }
  }

  static boolean isCompressed(String firstLine) {
    return firstLine.startsWith(ZIP) || firstLine.startsWith(GZIP);
  }

  static boolean isWebPage(String firstLine) {
    String start = firstLine.stripLeading();
    return start.regionMatches(true, 0, "<!doctype", 0, 9)
        || start.regionMatches(true, 0, "<html", 0, 5);
  }
}
