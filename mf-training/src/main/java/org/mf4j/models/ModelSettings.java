package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.options.Require;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.devices.Distribution;
import org.mf4j.reservoir.input.UniformInput;
import org.mf4j.reservoir.topology.CircularLaw;
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
   * @return the kind
   */
  public ModelKind kind() {
    if (cell instanceof HeterogeneousSettings) {
      return ModelKind.HETERO_MF_ESN;
    }
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
   * The same settings with other constants; cells that are not memristive stay as they are.
   *
   * @param change what is done to the constants
   * @return new settings
   */
  public ModelSettings withDynamics(UnaryOperator<MemristiveDynamics> change) {
    return cell instanceof MemristiveSettings memristive
        ? new ModelSettings(
            units, new MemristiveSettings(change.apply(memristive.dynamics())), learning)
        : this;
  }

  /**
   * The same settings with another input scaling; trained networks have none and stay as they are.
   *
   * @param omega above 0
   * @return new settings
   */
  public ModelSettings withInputScaling(double omega) {
    return withReservoir(options -> options.withInput(new UniformInput(omega)));
  }

  /**
   * The same settings with another bias scaling; trained networks have none and stay as they are.
   *
   * @param beta 0 or above
   * @return new settings
   */
  public ModelSettings withBiasScaling(double beta) {
    return withReservoir(options -> options.withBiasScaling(new Distribution.Constant(beta)));
  }

  /**
   * The same settings with another spectral radius; trained networks have none and stay as they
   * are.
   *
   * @param rho 0 or above
   * @return new settings
   */
  public ModelSettings withSpectralRadius(double rho) {
    return withReservoir(options -> options.withTopology(new CircularLaw(rho)));
  }

  private ModelSettings withReservoir(UnaryOperator<ReservoirOptions> change) {
    return learning instanceof ReservoirLearning reservoir
        ? new ModelSettings(
            units,
            cell,
            new ReservoirLearning(change.apply(reservoir.reservoir()), reservoir.lambda()))
        : this;
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
    return cell instanceof MemristiveSettings memristive
            && learning instanceof ReservoirLearning reading
        ? MemoryFactor.obstacle(memristive.dynamics(), reading.reservoir(), train)
        : Optional.empty();
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
