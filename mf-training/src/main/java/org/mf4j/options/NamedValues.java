package org.mf4j.options;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What commands take for something that has a name: {@code NAME=VALUE}, {@code
 * NAME=VALUE,VALUE,...} or {@code NAME=FIRST..LAST/COUNT}.
 *
 * @param name what it is called
 * @param values its values, as they were typed
 */
public record NamedValues(String name, String values) {
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+)/(\\d{1,4})");

  /**
   * Numbers from one end to the other.
   *
   * @param first one end
   * @param last the other end
   * @param count how many
   */
  public record Range(double first, double last, int count) {}

  /**
   * Splits at the first equals sign.
   *
   * @param text as it was typed
   * @return its parts
   * @throws IllegalArgumentException if there is no equals sign
   */
  public static NamedValues of(String text) {
    String[] parts = text.split("=", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException("'" + text + "' is not NAME=VALUE.");
    }
    return new NamedValues(parts[0].strip(), parts[1]);
  }

  /**
   * The range, if the values are one.
   *
   * @return empty for a list of values
   * @throws IllegalArgumentException if an end is no number
   */
  public Optional<Range> range() {
    Matcher range = RANGE.matcher(values);
    return range.matches()
        ? Optional.of(
            new Range(
                TextForm.NUMBER.read(range.group(1)),
                TextForm.NUMBER.read(range.group(2)),
                Integer.parseInt(range.group(3))))
        : Optional.empty();
  }
}
