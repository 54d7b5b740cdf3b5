package org.mf4j.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.nd4j.shade.jackson.core.type.TypeReference;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * Everything that defines a model, apart from its data and its seed. Its single numbers, names and
 * lists are {@link Settings}; by them it is described, read again and changed.
 *
 * @param units N, the number of neurons, at least 1; the papers use 100
 * @param cell the recurrent cell
 * @param learning how the weights are found
 */
public record ModelSettings(int units, CellSettings cell, Learning learning) {
  /** The papers' number of neurons. */
  public static final int DEFAULT_UNITS = 100;

  /** The name in a description of what says which model it is. */
  public static final String MODEL = "model";

  /**
   * There are neurons.
   *
   * @throws IllegalArgumentException if there is not at least one neuron, or a cell that is not
   *     memristive is to read series both ways
   */
  public ModelSettings {
    Require.positive("units", units);
    if (isBidirectional(learning) && cell.kind(true) != ModelKind.MF_RNN) {
      throw new IllegalArgumentException(
          "bidirectional: no model of "
              + cell.kind(true).id()
              + " reads both ways; take bi-mf-rnn");
    }
  }

  private static boolean isBidirectional(Learning learning) {
    return learning instanceof GradientLearning gradient && gradient.bidirectional();
  }

  /**
   * The model that these settings make.
   *
   * @return the kind
   */
  public ModelKind kind() {
    ModelKind kind = cell.kind(learning.isTrained());
    if (learning instanceof Hybrid) {
      return kind == ModelKind.LSTM
          ? ModelKind.SUMMARY_LSTM
          : kind == ModelKind.MF_RNN ? ModelKind.HETERO_MF_RNN : kind;
    }
    if (kind == ModelKind.MF_RNN && isBidirectional(learning)) {
      return ModelKind.BI_MF_RNN;
    }
    return kind == ModelKind.PLAIN_HETERO_MF_ESN
            && learning instanceof ReservoirLearning reservoir
            && reservoir.reading().kernels() > 0
        ? ModelKind.HETERO_MF_ESN
        : kind;
  }

  /**
   * The same settings with another number of neurons.
   *
   * @param number at least 1
   * @return new settings
   */
  public ModelSettings withUnits(int number) {
    return new ModelSettings(number, cell, learning);
  }

  /**
   * The same settings with another cell.
   *
   * @param other the cell
   * @return new settings
   */
  public ModelSettings withCell(CellSettings other) {
    return new ModelSettings(units, other, learning);
  }

  /**
   * The same settings with another way to learn.
   *
   * @param other how the weights are found
   * @return new settings
   */
  public ModelSettings withLearning(Learning other) {
    return new ModelSettings(units, cell, other);
  }

  /**
   * The same settings, but the model tells how probable each class is, see {@link
   * FittedModel#probabilities}.
   *
   * @return new settings
   */
  public ModelSettings withProbabilities() {
    return withLearning(learning.withProbabilities());
  }

  /**
   * The same settings with another value of one of them.
   *
   * @param <T> what it holds
   * @param setting which, one that the model has
   * @param value its value
   * @return new settings
   * @throws IllegalArgumentException if the model has no such setting or the value is out of range
   */
  public <T> ModelSettings with(Setting<T> setting, T value) {
    return setting.set(this, value);
  }

  /**
   * What theory says against fitting these settings to a training set, whatever is drawn: an
   * assembly of nanowire neurons needs Theorem 3.1 of [ESANN] for every weight that can be drawn
   * and every training input. Fitting asks the same of the weights that are drawn.
   *
   * @param train series without missing values
   * @return one sentence, or nothing
   */
  public Optional<String> obstacle(SeriesSet train) {
    return learning.obstacle(cell, train);
  }

  /**
   * The model and all its settings by their names; what has its usual value may be left out. {@link
   * #of} makes the same settings of it.
   *
   * @return {@code model} first, then strings, numbers, flags, and lists of such
   */
  public Map<String, Object> describe() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(MODEL, kind().id());
    all.putAll(values());
    return all;
  }

  /**
   * All settings by their names, without the name of the model, for reports that name it otherwise.
   *
   * @return as {@link #describe}
   */
  public Map<String, Object> values() {
    Map<String, Object> all = new LinkedHashMap<>();
    Settings.all().forEach(one -> one.told(this).ifPresent(value -> all.put(one.id(), value)));
    return all;
  }

  /**
   * The settings that a description describes.
   *
   * @param description {@code model} and settings by their names, as {@link #describe} gives them,
   *     or their texts; what is missing is that of {@link ModelKind#plain}
   * @return the settings
   * @throws IllegalArgumentException if the model is missing or a name or a value does not exist;
   *     the message says which
   */
  public static ModelSettings of(Map<String, ?> description) {
    Object model = description.get(MODEL);
    if (model == null) {
      throw new IllegalArgumentException(MODEL + ": missing; say which model the settings are of");
    }
    Map<Setting<?>, String> texts = new LinkedHashMap<>();
    description.forEach(
        (name, value) -> {
          if (!name.equals(MODEL)) {
            texts.put(Setting.of(name), TextForm.textOf(value));
          }
        });
    ModelSettings settings = ModelKind.of(String.valueOf(model)).plain();
    for (Setting<?> one : Settings.all()) {
      if (texts.containsKey(one)) {
        settings = one.setText(settings, texts.get(one));
      }
    }
    return settings;
  }

  /**
   * The settings that a file holds, as {@code mf search --best} writes it: what {@link #describe}
   * gives, as JSON.
   *
   * @param file the file
   * @return the settings
   * @throws IOException if it cannot be read, or is no such file; the message is one sentence
   */
  public static ModelSettings read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": is not there or cannot be read.");
    }
    try {
      return ofJson(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "%s: %s; name a file that mf search --best has written.".formatted(file, e.getMessage()),
          e);
    }
  }

  private static ModelSettings ofJson(byte[] json) {
    try {
      Map<String, Object> description =
          new ObjectMapper().readValue(json, new TypeReference<Map<String, Object>>() {});
      if (description != null) {
        return of(description);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("it is no JSON object", e);
    }
    throw new IllegalArgumentException("it is no JSON object");
  }
}
