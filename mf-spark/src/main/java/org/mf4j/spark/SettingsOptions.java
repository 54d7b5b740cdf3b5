package org.mf4j.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import picocli.CommandLine.Option;

/** Which model, and what its settings are: the options of {@code mf train}. */
final class SettingsOptions {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "mf-esn, hetero-mf-esn or plain-hetero-mf-esn; that of --settings if it is left out.")
  private String model;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "Settings that mf search --best has written, in place of the papers'.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "A setting by its name, for example gamma=.9, integration=EXACT or"
              + " deltaT=log-uniform(.01,.1); repeat it for more. A name that does not exist is"
              + " answered by those that do.")
  private List<String> changes = List.of();

  @Option(
      names = "--units",
      paramLabel = "N",
      description = "Number of neurons. Default: " + ModelSettings.DEFAULT_UNITS + ".")
  private Integer units;

  /**
   * The settings of {@code --settings}, of the model that is named.
   *
   * @return empty if the option is not there
   * @throws IOException if the file is no such file; the message is one sentence
   * @throws IllegalArgumentException if neither model nor file is given, they are of different
   *     models, or the model has no estimator
   */
  Optional<ModelSettings> given() throws IOException {
    Optional<ModelSettings> given = file == null ? Optional.empty() : Optional.of(read(file));
    String kind = given.map(settings -> settings.kind().id()).orElse(model);
    if (kind == null) {
      throw new IllegalArgumentException(
          "--model: missing; name one of %s, or give --settings FILE.".formatted(known()));
    }
    if (model != null && !model.equals(kind)) {
      throw new IllegalArgumentException(
          "--model %s: the settings of --settings are of %s; leave out one of them."
              .formatted(model, kind));
    }
    if (!MemristiveEsn.MODELS.contains(kind)) {
      throw new IllegalArgumentException("--model %s: must be one of %s".formatted(kind, known()));
    }
    return given;
  }

  private static String known() {
    return String.join(", ", MemristiveEsn.MODELS);
  }

  private static ModelSettings read(Path file) throws IOException {
    try {
      return ModelSettings.read(file);
    } catch (IOException e) {
      throw new IOException("--settings " + e.getMessage(), e);
    }
  }

  /** {@return the model that is named, if it is} */
  String model() {
    return model;
  }

  /**
   * Changes what is named.
   *
   * @throws IllegalArgumentException if the model has not got one of the settings, or a value is
   *     out of range
   */
  ModelSettings applyTo(ModelSettings settings) {
    ModelSettings changed = units == null ? settings : settings.with(Settings.UNITS, units);
    for (String change : changes) {
      changed = Setting.Change.of(change).applyTo(changed);
    }
    return changed;
  }
}
