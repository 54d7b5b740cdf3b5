package org.mf4j.data.text;

import java.util.List;
import java.util.stream.Collectors;
import org.mf4j.options.Printable;

/** How foreign text appears in a message. */
public final class ForeignText {
  private static final int LONGEST = 40;
  private static final int MOST = 20;

  private ForeignText() {}

  /**
   * In quotation marks, on one line, and cut if it is long.
   *
   * @param text the text
   * @return what a message can hold
   */
  public static String quote(String text) {
    return '"' + cut(text) + '"';
  }

  /**
   * Some names of many, each cut if it is long.
   *
   * @param names the names
   * @return the first twenty, separated by commas, and how many more there are
   */
  public static String list(List<String> names) {
    String first =
        names.stream().limit(MOST).map(ForeignText::cut).collect(Collectors.joining(", "));
    return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
  }

  private static String cut(String text) {
    return text.length() <= LONGEST
        ? Printable.escaped(text)
        : Printable.escaped(text.substring(0, LONGEST)) + "...";
  }
}
