package org.mf4j.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mf4j.models.ModelSettings;

/**
 * All combinations of some values of some hyperparameters.
 *
 * @param base the settings that the dimensions change
 * @param dimensions the axes, each of another hyperparameter; none for the base alone
 */
public record Grid(ModelSettings base, List<Dimension> dimensions) {
  /**
   * Copies and validates: every value must suit the model.
   *
   * @throws IllegalArgumentException if two axes vary the same hyperparameter, the model has not
   *     got one of them, a value is out of its range, or one axis undoes what another sets
   */
  public Grid {
    dimensions = List.copyOf(dimensions);
    if (dimensions.stream().map(Dimension::hyperparameter).distinct().count() < dimensions.size()) {
      throw new IllegalArgumentException("dimensions: a hyperparameter is varied twice");
    }
    Configuration first = Configuration.of(base);
    for (Dimension dimension : dimensions) {
      for (double value : dimension.values()) {
        dimension.hyperparameter().set(base, value);
      }
      first = first.with(dimension.hyperparameter(), dimension.values().get(0));
    }
    ModelSettings together = first.settings();
    first.values().forEach((one, value) -> requireKept(together, one, value));
  }

  private static void requireKept(ModelSettings settings, Hyperparameter one, double value) {
    if (!one.set(settings, value).equals(settings)) {
      throw new IllegalArgumentException(
          "dimensions: another one undoes what " + one.id() + " sets; vary one of them");
    }
  }

  /**
   * The number of combinations.
   *
   * @return at least 1
   */
  public int size() {
    return dimensions.stream()
        .mapToInt(axis -> axis.values().size())
        .reduce(1, Math::multiplyExact);
  }

  /**
   * One combination. The last dimension varies fastest.
   *
   * @param index in [0, {@link #size()})
   * @return the configuration
   */
  public Configuration at(int index) {
    Configuration configuration = Configuration.of(base);
    int rest = index;
    for (int d = dimensions.size() - 1; d >= 0; d--) {
      Dimension axis = dimensions.get(d);
      int values = axis.values().size();
      configuration = configuration.with(axis.hyperparameter(), axis.values().get(rest % values));
      rest /= values;
    }
    return configuration;
  }

  /**
   * All combinations.
   *
   * @return {@link #size()} configurations, in the order of {@link #at}
   */
  public List<Configuration> all() {
    List<Configuration> all = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      all.add(at(i));
    }
    return all;
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
   * @return per hyperparameter its values, in the order of the dimensions
   */
  public Map<String, List<Double>> describe() {
    Map<String, List<Double>> names = new LinkedHashMap<>();
    dimensions.forEach(axis -> names.put(axis.hyperparameter().id(), axis.values()));
    return names;
  }
}
