package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mf4j.options.Require;
import org.mf4j.training.TrainingOptions;

/**
 * Everything that defines a model, apart from its data and its seed.
 *
 * @param units N, the number of neurons, at least 1; the papers use 100
 * @param cell the recurrent cell
 * @param learning how the weights are found
 */
public record ModelSettings(int units, CellSettings cell, Learning learning) {
  /** The papers' number of neurons. */
  public static final int DEFAULT_UNITS = 100;

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if there is not at least one neuron
   */
  public ModelSettings {
    Require.positive("units", units);
  }

  /**
   * The model that these settings make.
   *
   * @return one of the four kinds
   */
  public ModelKind kind() {
    boolean memristive = cell instanceof MemristiveSettings;
    if (learning instanceof ReservoirLearning) {
      return memristive ? ModelKind.MF_ESN : ModelKind.ESN;
    }
    return memristive ? ModelKind.MF_RNN : ModelKind.RNN;
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
   * The same settings with another limit of epochs; reservoirs have none and stay as they are.
   *
   * @param limit at least 1
   * @return new settings
   */
  public ModelSettings withEpochs(int limit) {
    return withTraining(options -> options.withEpochs(limit));
  }

  /**
   * The same settings with another patience; reservoirs have none and stay as they are.
   *
   * @param limit epochs without improvement, at least 1
   * @return new settings
   */
  public ModelSettings withPatience(int limit) {
    return withTraining(options -> options.withPatience(limit));
  }

  /**
   * The same settings with the best or the last weights of training; reservoirs stay as they are.
   *
   * @param best whether the weights of the lowest training loss are restored
   * @return new settings
   */
  public ModelSettings withRestoreBest(boolean best) {
    return withTraining(options -> options.withRestoreBest(best));
  }

  /**
   * All settings by their names, for reports and files.
   *
   * @return strings and numbers, in the order in which the papers list them
   */
  public Map<String, Object> describe() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("units", units);
    all.putAll(learning.describe());
    all.putAll(cell.describe());
    return all;
  }

  private ModelSettings withTraining(UnaryOperator<TrainingOptions> change) {
    return learning instanceof GradientLearning gradient
        ? new ModelSettings(units, cell, new GradientLearning(change.apply(gradient.training())))
        : this;
  }
}
