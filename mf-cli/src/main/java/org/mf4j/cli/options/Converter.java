package org.mf4j.cli.options;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mf4j.models.ModelKind;
import org.mf4j.options.TextForm;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a value as the library reads it, and lists the known words for the help text.
 *
 * @param <T> what is read
 */
public abstract class Converter<T> implements ITypeConverter<T>, Iterable<String> {
  private final Function<String, T> read;
  private final List<String> known;

  /**
   * A converter.
   *
   * @param read gives the value, or throws an IllegalArgumentException whose message says what is
   *     wrong with the word
   * @param known the words that may be given, none if there are too many to tell
   */
  protected Converter(Function<String, T> read, List<String> known) {
    this.read = read;
    this.known = List.copyOf(known);
  }

  @Override
  public final T convert(String word) {
    try {
      return read.apply(word);
    } catch (IllegalArgumentException e) {
      // picocli would name the class of any other exception in its message.
      throw new TypeConversionException(e.getMessage());
    }
  }

  @Override
  public final Iterator<String> iterator() {
    return known.iterator();
  }

  /** The name of a model. */
  static final class Model extends Converter<ModelKind> {
    Model() {
      super(ModelKind::of, Arrays.stream(ModelKind.values()).map(ModelKind::id).toList());
    }
  }

  /** The name of a protocol. */
  static final class Training extends Converter<ModelOptions.Protocol> {
    private static final List<String> NAMES =
        Arrays.stream(ModelOptions.Protocol.values())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();

    Training() {
      super(TextForm.names(ModelOptions.Protocol.class)::read, NAMES);
    }
  }

  /** A whole number of 1 or more. */
  public static final class Count extends Converter<Integer> {
    Count() {
      super(Converter::count, List.of());
    }
  }

  /** A number of neurons: the N x N recurrent weights of more would not fit a Java array. */
  public static final class Units extends Converter<Integer> {
    private static final int LARGEST = 40_000;

    Units() {
      super(Units::units, List.of());
    }

    private static int units(String word) {
      int units = count(word);
      if (units > LARGEST) {
        throw new IllegalArgumentException("'" + word + "' is more than " + LARGEST + ".");
      }
      return units;
    }
  }

  private static int count(String word) {
    // Nine digits at most: always an int.
    if (!word.matches("[0-9]{1,9}") || Integer.parseInt(word) < 1) {
      throw new IllegalArgumentException("'" + word + "' is not a whole number of 1 or more.");
    }
    return Integer.parseInt(word);
  }
}
