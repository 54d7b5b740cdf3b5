package org.mf4j.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name and its arguments, {@code sparse(radius=0.5,fanIn=10)}. Brackets may be left out where
 * there are no arguments; an argument is a text of its own, perhaps with a key.
 *
 * @param name the name, in small letters
 * @param arguments in order
 */
record Call(String name, List<Argument> arguments) {
  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z][A-Za-z0-9-]*)\\s*(?:\\((.*)\\))?", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z]\\w*)\\s*=(.*)", Pattern.DOTALL);

  /**
   * One argument.
   *
   * @param key its name; empty if it goes by its place
   * @param text its value
   */
  record Argument(String key, String text) {
    static Argument of(String text) {
      Matcher keyed = KEY.matcher(text);
      return keyed.matches()
          ? new Argument(keyed.group(1), keyed.group(2).strip())
          : new Argument("", text.strip());
    }
  }

  static Call read(String text) {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new IllegalArgumentException("must be NAME(VALUE,...)");
    }
    String inside = shape.group(2);
    List<Argument> arguments =
        inside == null || inside.isBlank()
            ? List.of()
            : split(inside, ',').stream().map(Argument::of).toList();
    return new Call(shape.group(1).toLowerCase(Locale.ROOT), arguments);
  }

  /** The parts between separators that stand outside of all brackets. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth < 0) {
        break;
      }
      if (c == separator && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (depth != 0) {
      throw new IllegalArgumentException("has brackets that do not match");
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
