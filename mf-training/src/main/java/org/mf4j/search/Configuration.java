package org.mf4j.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import org.mf4j.models.TrainingSettings;

/**
 * A point of a grid.
 *
 * @param values what it sets, by its text
 * @param settings the settings that it makes of the base of the grid
 */
public record Configuration(Map<Setting<?>, String> values, ModelSettings settings) {
  /** The name of a configuration that sets nothing. */
  static final String BASE = "base";

  /** The values stand in the order of {@link Settings#all}, whatever order the axes have. */
  public Configuration {
    Map<Setting<?>, String> sorted = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.all()) {
      if (values.containsKey(setting)) {
        sorted.put(setting, values.get(setting));
      }
    }
    values = Collections.unmodifiableMap(sorted);
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
   * @param setting what to set
   * @param text the text of its value
   * @return a new configuration
   * @throws IllegalArgumentException if the model has no such setting or the value is out of range
   */
  public Configuration with(Setting<?> setting, String text) {
    Map<Setting<?>, String> more = new LinkedHashMap<>(values);
    more.put(setting, text);
    return new Configuration(more, setting.setText(settings, text));
  }

  /**
   * The name that identifies the configuration within its search.
   *
   * @return for example {@code inputScaling=1.0 gamma=0.95}
   */
  public String id() {
    return nameWithout(Set.of());
  }

  /**
   * What its reservoir and the random numbers of its trials depend on: all but the readout, so that
   * one reservoir serves every lambda, and all but the epochs, so that more of them continue what
   * fewer began.
   */
  String seedId() {
    return nameWithout(Set.of(Settings.LAMBDA, TrainingSettings.EPOCHS));
  }

  /** The name apart from the epochs, which halving changes from round to round. */
  String gridId() {
    return nameWithout(Set.of(TrainingSettings.EPOCHS));
  }

  private String nameWithout(Set<Setting<?>> left) {
    String name =
        values.entrySet().stream()
            .filter(entry -> !left.contains(entry.getKey()))
            .map(entry -> entry.getKey().id() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? BASE : name;
  }
}
