package org.mf4j.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one text of a kind of value: {@link #read} takes what {@link #text} gives, and gives the
 * value again.
 *
 * @param <T> the kind
 * @param type the kind
 * @param words what a text must be, as in "must be a number"
 * @param reader from text to value; an {@link IllegalArgumentException} says what is wrong
 * @param writer from value to what files hold: a number, a flag, a text, or a list of such
 */
public record TextForm<T>(
    Class<T> type, String words, Function<String, T> reader, Function<T, Object> writer) {
  /** Any number. */
  public static final TextForm<Double> NUMBER =
      new TextForm<>(Double.class, "a number", TextForm::number, value -> value);

  /** A whole number, which may have zeros after a point. */
  public static final TextForm<Integer> WHOLE =
      new TextForm<>(Integer.class, "a whole number", TextForm::whole, value -> value);

  /** Yes or no. */
  public static final TextForm<Boolean> FLAG =
      new TextForm<>(Boolean.class, "true or false", TextForm::flag, value -> value);

  /** Whole numbers, separated by commas. */
  public static final TextForm<List<Integer>> WHOLES = listOf("whole numbers", WHOLE);

  /**
   * The names of an enumeration, read in any letter case.
   *
   * @param <E> the enumeration
   * @param type the enumeration
   * @return its form
   */
  public static <E extends Enum<E>> TextForm<E> names(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return new TextForm<>(
        type,
        "one of " + String.join(", ", names),
        text -> {
          String name = text.toUpperCase(Locale.ROOT);
          if (!names.contains(name)) {
            throw new IllegalArgumentException(NearestName.unknown(text, names));
          }
          return Enum.valueOf(type, name);
        },
        Enum::name);
  }

  /**
   * Lists, separated by commas.
   *
   * @param <T> the kind of the elements
   * @param words what they are, in the plural
   * @param element their form
   * @return the form of a list
   */
  @SuppressWarnings("unchecked") // A class does not know what its lists hold.
  public static <T> TextForm<List<T>> listOf(String words, TextForm<T> element) {
    return new TextForm<>(
        (Class<List<T>>) (Class<?>) List.class,
        words + ", separated by commas",
        text -> Call.split(text, ',').stream().map(element::read).toList(),
        values -> values.stream().map(element.writer()).toList());
  }

  /**
   * Lists that may be without elements.
   *
   * @param <T> the kind of the elements
   * @param some the form of a list that has some
   * @return the same, and {@code none} for a list without elements
   */
  public static <T> TextForm<List<T>> orNone(TextForm<List<T>> some) {
    return new TextForm<>(
        some.type(),
        some.words() + ", or none",
        text -> text.equals("none") || text.isEmpty() ? List.of() : some.read(text),
        list -> list.isEmpty() ? "none" : some.write(list));
  }

  /**
   * Reads a value.
   *
   * @param text what {@link #text} gives, or something like it
   * @return the value
   * @throws IllegalArgumentException if the text is none of this form, or its value does not exist
   */
  public T read(String text) {
    return reader.apply(text.strip());
  }

  /**
   * What files hold.
   *
   * @param value the value
   * @return a number, a flag, a text, or a list of such
   */
  public Object write(T value) {
    return writer.apply(value);
  }

  /**
   * Writes a value.
   *
   * @param value the value
   * @return its text
   */
  public String text(T value) {
    return textOf(write(value));
  }

  /**
   * The text of what a file holds.
   *
   * @param written a number, a flag, a text, or a list of such
   * @return what {@link #read} takes
   */
  public static String textOf(Object written) {
    return written instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(written);
  }

  /**
   * The values of a list, which are separated by semicolons, or where there is none by commas.
   *
   * @param text the list
   * @return the texts of its values
   * @throws IllegalArgumentException if its brackets do not match
   */
  public static List<String> parts(String text) {
    return Call.split(text, text.contains(";") ? ';' : ',');
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("must be a number", e);
    }
  }

  private static int whole(String text) {
    double value = number(text);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("must be a whole number");
    }
    return (int) value;
  }

  private static boolean flag(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException("must be true or false");
    }
    return Boolean.parseBoolean(text);
  }
}
