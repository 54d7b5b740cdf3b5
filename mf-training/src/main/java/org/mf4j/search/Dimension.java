package org.mf4j.search;

import java.util.Arrays;
import java.util.List;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.options.Distribution;
import org.mf4j.options.NamedValues;
import org.mf4j.options.TextForm;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LambdaRule;

/** One axis of a grid: a setting, and values of it or a range from which they are drawn. */
public sealed interface Dimension {
  /** {@return what varies} */
  Setting<?> setting();

  /**
   * Draws a value.
   *
   * @param random where it comes from
   * @return its text
   */
  String draw(SeededRandom random);

  /** {@return the axis for files: a list of numbers, flags and texts, or words} */
  Object describe();

  /**
   * Checks that every value suits a model.
   *
   * @param base its settings
   * @return a value that does
   * @throws IllegalArgumentException if the model has no such setting or a value is out of range
   */
  String requireIn(ModelSettings base);

  /**
   * Given values.
   *
   * @param setting what varies
   * @param texts the texts of its values, as the setting writes them; one at least, each once
   */
  record Values(Setting<?> setting, List<String> texts) implements Dimension {
    /**
     * Every value is one of the setting, and named once.
     *
     * @throws IllegalArgumentException if there is no value, one is none of this setting, or one is
     *     named twice
     */
    public Values {
      texts = texts.stream().map(text -> written(setting, text)).toList();
      if (texts.isEmpty()) {
        throw new IllegalArgumentException(setting.id() + ": no value; give at least 1");
      }
      if (texts.stream().distinct().count() < texts.size()) {
        throw new IllegalArgumentException(
            setting.id() + " = " + texts + ": names a value twice; name each once");
      }
    }

    @Override
    public String draw(SeededRandom random) {
      return texts.get(random.nextInt(texts.size()));
    }

    @Override
    public Object describe() {
      return texts.stream().map(text -> plain(setting, text)).toList();
    }

    @Override
    public String requireIn(ModelSettings base) {
      texts.forEach(text -> setting.setText(base, text));
      return texts.get(0);
    }
  }

  /**
   * Values that are drawn, of which there is no end: only a random search can try some.
   *
   * @param setting what varies
   * @param source gives the texts of values, and describes itself by {@code toString}
   */
  record Range(Setting<?> setting, Source source) implements Dimension {
    @Override
    public String draw(SeededRandom random) {
      return written(setting, source.next(random));
    }

    @Override
    public Object describe() {
      return "~" + source;
    }

    @Override
    public String requireIn(ModelSettings base) {
      String any = draw(new SeededRandom(0));
      setting.setText(base, any);
      return any;
    }
  }

  /** Where the values of a range come from. */
  @FunctionalInterface
  interface Source {
    /**
     * The next value.
     *
     * @param random where it comes from
     * @return its text
     */
    String next(SeededRandom random);
  }

  /**
   * Reads an axis as commands take it.
   *
   * @param text {@code gamma=.5,.8,1}; {@code lambda=.001..1000/7} for numbers in a geometric
   *     sequence; or {@code deltaT~log-uniform(.01,.1)} for numbers that are drawn
   * @return the dimension
   * @throws IllegalArgumentException if it is none of these, or as {@link Values}
   */
  static Dimension read(String text) {
    String[] drawn = text.split("~", 2);
    if (drawn.length == 2 && !drawn[0].contains("=")) {
      return drawn(Setting.of(drawn[0].strip()), Distribution.FORM.read(drawn[1]));
    }
    NamedValues named = NamedValues.of(text);
    Setting<?> setting = Setting.of(named.name());
    return named
        .range()
        .map(range -> logSpaced(setting, range.first(), range.last(), range.count()))
        .orElseGet(() -> new Values(setting, TextForm.parts(named.values())));
  }

  /**
   * An axis of given values.
   *
   * @param setting what varies
   * @param values its values, numbers or texts
   * @return the dimension
   * @throws IllegalArgumentException as {@link Values}
   */
  static Dimension of(Setting<?> setting, Object... values) {
    return new Values(setting, Arrays.stream(values).map(TextForm::textOf).toList());
  }

  /**
   * An axis of values in a geometric sequence.
   *
   * @param setting what varies
   * @param from the first value, above 0
   * @param to the last, above 0
   * @param count how many, at least 2
   * @return the dimension
   * @throws IllegalArgumentException if a number is out of its range
   */
  static Dimension logSpaced(Setting<?> setting, double from, double to, int count) {
    return of(setting, LambdaRule.logSpaced(from, to, count).toArray());
  }

  /**
   * An axis of numbers that are drawn.
   *
   * @param setting what varies
   * @param distribution where the numbers come from
   * @return the dimension
   */
  static Dimension drawn(Setting<?> setting, Distribution distribution) {
    return new Range(setting, new Numbers(distribution));
  }

  /**
   * Numbers of a distribution.
   *
   * @param distribution where they come from
   */
  record Numbers(Distribution distribution) implements Source {
    @Override
    public String next(SeededRandom random) {
      return Double.toString(distribution.next(random));
    }

    @Override
    public String toString() {
      return Distribution.FORM.text(distribution);
    }
  }

  private static <T> String written(Setting<T> setting, String text) {
    return setting.form().text(setting.read(text));
  }

  private static <T> Object plain(Setting<T> setting, String text) {
    return setting.form().write(setting.read(text));
  }
}
