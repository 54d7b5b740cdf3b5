package org.mf4j.options;

/** Foreign text as a terminal may show it: names out of files can hold anything. */
public final class Printable {
  private Printable() {}

  /**
   * The text with every character escaped that does not show but acts: control characters, line
   * ends among them, and marks that turn the direction of writing. A terminal then shows what it
   * would otherwise obey.
   *
   * @param text any text
   * @return the text itself if it holds none of them, else with {@code \}{@code u001b} in place of
   *     the escape character and so on
   */
  public static String escaped(String text) {
    if (text.chars().noneMatch(Printable::acts)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (acts(c)) {
                escaped.append("\\u%04x".formatted(c));
              } else {
                escaped.append((char) c);
              }
            });
    return escaped.toString();
  }

  private static boolean acts(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
