package org.mf4j.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.random.SeededRandom;

/**
 * All combinations of some values, or ranges of values, of some settings.
 *
 * @param base the settings that the dimensions change
 * @param dimensions the axes, each of another setting; none for the base alone
 */
public record Grid(ModelSettings base, List<Dimension> dimensions) {
  /**
   * Every value suits the model, and no axis undoes what another sets.
   *
   * @throws IllegalArgumentException if two axes vary the same setting, the model has not got one
   *     of them, a value is out of its range, or one axis undoes what another sets
   */
  public Grid {
    dimensions = List.copyOf(dimensions);
    if (dimensions.stream().map(Dimension::setting).distinct().count() < dimensions.size()) {
      throw new IllegalArgumentException("dimensions: a setting is varied twice");
    }
    Configuration first = Configuration.of(base);
    for (Dimension dimension : dimensions) {
      first = first.with(dimension.setting(), dimension.requireIn(base));
    }
    ModelSettings together = first.settings();
    first.values().forEach((one, text) -> requireKept(together, one, text));
  }

  private static void requireKept(ModelSettings settings, Setting<?> one, String text) {
    if (!one.setText(settings, text).equals(settings)) {
      throw new IllegalArgumentException(
          "dimensions: another one undoes what " + one.id() + " sets; vary one of them");
    }
  }

  /** {@return whether every axis has given values} */
  public boolean isFinite() {
    return dimensions.stream().allMatch(axis -> axis instanceof Dimension.Values);
  }

  /**
   * The number of combinations.
   *
   * @return at least 1
   * @throws IllegalArgumentException if an axis is a range
   */
  public int size() {
    return dimensions.stream().mapToInt(axis -> texts(axis).size()).reduce(1, Math::multiplyExact);
  }

  private static List<String> texts(Dimension axis) {
    if (axis instanceof Dimension.Values values) {
      return values.texts();
    }
    throw new IllegalArgumentException(
        axis.setting().id()
            + ": a range has no end of values; draw some (--strategy random), or name values");
  }

  /**
   * One combination. The last dimension varies fastest.
   *
   * @param index in [0, {@link #size()})
   * @return the configuration
   * @throws IllegalArgumentException if an axis is a range
   */
  public Configuration at(int index) {
    Configuration configuration = Configuration.of(base);
    int rest = index;
    for (int d = dimensions.size() - 1; d >= 0; d--) {
      List<String> texts = texts(dimensions.get(d));
      configuration =
          configuration.with(dimensions.get(d).setting(), texts.get(rest % texts.size()));
      rest /= texts.size();
    }
    return configuration;
  }

  /**
   * All combinations.
   *
   * @return {@link #size()} configurations, in the order of {@link #at}
   * @throws IllegalArgumentException if an axis is a range
   */
  public List<Configuration> all() {
    List<Configuration> all = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      all.add(at(i));
    }
    return all;
  }

  /**
   * A combination of values that are drawn.
   *
   * @param random where they come from; every axis has a generator of its own
   * @return the configuration
   */
  public Configuration draw(SeededRandom random) {
    Configuration configuration = Configuration.of(base);
    for (Dimension axis : dimensions) {
      configuration = configuration.with(axis.setting(), axis.draw(random.split()));
    }
    return configuration;
  }

  /**
   * The same axes over other settings.
   *
   * @param other the settings that the dimensions change
   * @return a new grid
   * @throws IllegalArgumentException if a dimension does not suit them
   */
  public Grid withBase(ModelSettings other) {
    return new Grid(other, dimensions);
  }

  /**
   * The grid by names, for files.
   *
   * @return per setting its values, or the words of a range, in the order of the dimensions
   */
  public Map<String, Object> describe() {
    Map<String, Object> names = new LinkedHashMap<>();
    dimensions.forEach(axis -> names.put(axis.setting().id(), axis.describe()));
    return names;
  }
}
