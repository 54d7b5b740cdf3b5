package org.mf4j.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mf4j.models.ModelSettings;

/**
 * A point of a grid.
 *
 * @param values what it sets
 * @param settings the settings that it makes of the base of the grid
 */
public record Configuration(Map<Hyperparameter, Double> values, ModelSettings settings) {
  /** The name of a configuration that sets nothing. */
  static final String BASE = "base";

  /** Copies. */
  public Configuration {
    Map<Hyperparameter, Double> copy = new EnumMap<>(Hyperparameter.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  /**
   * Settings without a grid.
   *
   * @param settings the settings
   * @return a configuration that sets nothing
   */
  public static Configuration of(ModelSettings settings) {
    return new Configuration(Map.of(), settings);
  }

  /**
   * This configuration with one more value, or another one.
   *
   * @param hyperparameter what to set
   * @param value its value
   * @return a new configuration
   * @throws IllegalArgumentException if the model has no such number or the value is out of range
   */
  public Configuration with(Hyperparameter hyperparameter, double value) {
    Map<Hyperparameter, Double> more = new EnumMap<>(Hyperparameter.class);
    more.putAll(values);
    more.put(hyperparameter, value);
    return new Configuration(more, hyperparameter.set(settings, value));
  }

  /**
   * The name that identifies the configuration within its search.
   *
   * @return for example {@code inputScaling=1.0 gamma=0.95}
   */
  public String id() {
    return name(values);
  }

  /**
   * What its reservoir and the random numbers of its trials depend on: all but the readout, so that
   * one reservoir serves every lambda, and all but the epochs, so that more of them continue what
   * fewer began.
   */
  String seedId() {
    return nameWithout(Set.of(Hyperparameter.LAMBDA, Hyperparameter.EPOCHS));
  }

  /** The name apart from the epochs, which halving changes from round to round. */
  String gridId() {
    return nameWithout(Set.of(Hyperparameter.EPOCHS));
  }

  private String nameWithout(Set<Hyperparameter> left) {
    Map<Hyperparameter, Double> rest = new TreeMap<>(values);
    rest.keySet().removeAll(left);
    return name(rest);
  }

  private static String name(Map<Hyperparameter, Double> values) {
    return values.isEmpty()
        ? BASE
        : values.entrySet().stream()
            .map(entry -> entry.getKey().id() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }
}
