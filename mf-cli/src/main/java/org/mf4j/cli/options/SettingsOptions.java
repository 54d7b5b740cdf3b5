package org.mf4j.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import picocli.CommandLine.Option;

/**
 * {@code --settings} and {@code --set}: whole settings that a search has found, and single ones by
 * their names. What exists and how it is written is known to {@link Setting}.
 */
public final class SettingsOptions {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings that mf search --best has written, in place of the papers'.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      converter = Read.class,
      description =
          "A setting by its name, for example gamma=.9, integration=EXACT, topology=ring(.9) or"
              + " deltaT=log-uniform(.01,.1); repeat it for more. A name that does not exist is"
              + " answered by those that do.")
  private List<Setting.Change> changes = List.of();

  private static final class Read extends Converter<Setting.Change> {
    Read() {
      super(Setting.Change::of, List.of());
    }
  }

  /** {@return whether one of the options is there} */
  public boolean isGiven() {
    return file != null || !changes.isEmpty();
  }

  /**
   * The settings of {@code --settings}.
   *
   * @return empty if the option is not there
   * @throws IOException if the file cannot be read, or is no such file; the message is one sentence
   */
  public Optional<ModelSettings> file() throws IOException {
    return file == null ? Optional.empty() : Optional.of(read(file));
  }

  private static ModelSettings read(Path file) throws IOException {
    try {
      return ModelSettings.read(file);
    } catch (IOException e) {
      throw new IOException("--settings " + e.getMessage(), e);
    }
  }

  /**
   * One model, changed.
   *
   * @param settings of a model that has every setting that is named
   * @return new settings
   * @throws IllegalArgumentException if the model has not got one of them, or a value is out of
   *     range
   */
  public ModelSettings applyTo(ModelSettings settings) {
    ModelSettings changed = settings;
    for (Setting.Change change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }

  /**
   * Several models, each changed where it has what is named.
   *
   * @param models their settings
   * @return new settings
   * @throws IllegalArgumentException if none of them has one of the settings, or a value is out of
   *     range
   */
  public List<ModelSettings> applyTo(List<ModelSettings> models) {
    List<ModelSettings> changed = models;
    for (Setting.Change change : changes) {
      if (changed.stream().noneMatch(change.setting()::isIn)) {
        change.applyTo(changed.get(0));
      }
      changed =
          changed.stream()
              .map(one -> change.setting().isIn(one) ? change.applyTo(one) : one)
              .toList();
    }
    return changed;
  }
}
