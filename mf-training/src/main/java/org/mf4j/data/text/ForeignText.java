package org.mf4j.data.text;

/** How foreign text appears in a message. */
public final class ForeignText {
  private static final int LONGEST = 40;

  private ForeignText() {}

  /**
   * In quotation marks, on one line, and cut if it is long.
   *
   * @param text the text
   * @return what a message can hold
   */
  public static String quote(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return printable.length() <= LONGEST
        ? '"' + printable + '"'
        : '"' + printable.substring(0, LONGEST) + "...\"";
  }
}
