package org.mf4j.data.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How classes are spelt in a file of text, and in which order they are numbered. A class is a word
 * or a whole number, spelt as it is in the file, so that {@code 01} and {@code 1} are two; but
 * {@code 1.0} and UCR's {@code 1.0000000e+00} are {@code 1}.
 */
public final class ClassNames {
  /** A whole number as UCR and pandas write it, in place of 2: 2.0 or 2.0000000e+00. */
  private static final Pattern WHOLE_AS_DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]*([eE][+-]?[0-9]+)?");

  /** Beyond it, a double does not tell neighbouring whole numbers apart. */
  private static final double LARGEST = 1L << 53;

  /** Numbers by value and before words. */
  private static final Comparator<String> ASCENDING =
      Comparator.comparing(ClassNames::value).thenComparing(Comparator.naturalOrder());

  private ClassNames() {}

  /**
   * The name of the class that a text stands for.
   *
   * @param text the text, without spaces around it
   * @return its name; empty for a number that is not whole, which is no class
   */
  public static Optional<String> of(String text) {
    if (!NumberText.isNumber(text)) {
      return Optional.of(text);
    }
    double value = Double.parseDouble(text);
    boolean decimal = WHOLE_AS_DECIMAL.matcher(text).matches();
    if (value != Math.rint(value) || (decimal && Math.abs(value) > LARGEST)) {
      return Optional.empty();
    }
    return Optional.of(decimal ? Long.toString((long) value) : text);
  }

  /**
   * The classes of a set.
   *
   * @param names of its series
   * @return each name once, in the order of their indices: ascending, numbers first
   */
  public static List<String> ordered(Collection<String> names) {
    return names.stream().distinct().sorted(ASCENDING).toList();
  }

  private static double value(String name) {
    return NumberText.isNumber(name) ? Double.parseDouble(name) : Double.POSITIVE_INFINITY;
  }
}
