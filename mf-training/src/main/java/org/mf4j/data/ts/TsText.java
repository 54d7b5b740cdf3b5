package org.mf4j.data.ts;

/** How foreign text appears in a message. */
final class TsText {
  private static final int LONGEST = 40;

  private TsText() {}

  /** In quotation marks, on one line, and cut if it is long. */
  static String quote(String text) {
    String printable = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return printable.length() <= LONGEST
        ? '"' + printable + '"'
        : '"' + printable.substring(0, LONGEST) + "...\"";
  }
}
