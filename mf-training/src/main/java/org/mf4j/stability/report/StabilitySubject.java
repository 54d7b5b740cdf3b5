package org.mf4j.stability.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.LeakyConditions;
import org.mf4j.stability.MemristiveMap;

/**
 * A memristive network whose stability is in question.
 *
 * @param name what it is, for the report
 * @param dynamics the constants, with RESCALE
 * @param integration how a step is integrated
 * @param weights W, RW and b
 * @param settings how it came about, by name
 */
public record StabilitySubject(
    String name,
    MemristiveDynamics dynamics,
    Integration integration,
    RecurrentWeights weights,
    Map<String, Object> settings) {

  /**
   * A reservoir as it is drawn from a seed: the same weights as those of a model that is fitted
   * with these settings and this seed.
   *
   * @param model the settings of a memristive reservoir
   * @param integration how a step is integrated
   * @param nIn the number of input channels
   * @param seed the seed
   * @return the network
   * @throws IllegalArgumentException if the settings are not those of a memristive reservoir
   */
  public static StabilitySubject drawn(
      ModelSettings model, Integration integration, int nIn, long seed) {
    if (!(model.cell() instanceof MemristiveSettings cell)
        || !(model.learning() instanceof ReservoirLearning learning)) {
      throw new IllegalArgumentException(
          "model = " + model.kind().id() + ": only a memristive reservoir can be drawn, mf-esn");
    }
    Map<String, Object> settings = new LinkedHashMap<>(model.describe());
    settings.put("integration", integration.name());
    settings.put("seed", seed);
    return new StabilitySubject(
        model.kind().id(),
        cell.dynamics(),
        integration,
        learning.reservoir().draw(nIn, model.units(), new SeededRandom(seed)),
        settings);
  }

  /**
   * The recurrent layer of a saved model, with its constants as they were learned.
   *
   * @param model a memristive model
   * @return its network
   * @throws IllegalArgumentException if its first layer is no memristive one
   */
  public static StabilitySubject of(FittedModel model) {
    Layer layer = model.network().getLayer(0);
    if (!(layer.conf().getLayer() instanceof MemristiveRnn configuration)) {
      throw new IllegalArgumentException(
          "model of kind " + model.kind().id() + ": its first layer is not a memristive one");
    }
    RecurrentWeights weights = weights(model.network());
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("units", weights.recurrent().length);
    if (model.provenance().get("settings") instanceof Map<?, ?> saved) {
      saved.forEach((key, value) -> settings.put(key.toString(), value));
    }
    settings.put("integration", configuration.getIntegration().name());
    return new StabilitySubject(
        model.kind().id(),
        MemristiveRnn.dynamicsOf(layer),
        configuration.getIntegration(),
        weights,
        settings);
  }

  /**
   * What applies to a saved model of tanh neurons in place of the memristive conditions.
   *
   * @param model a model
   * @return the classical conditions, or nothing for a model that is not a leaky one
   */
  public static Optional<LeakyConditions> leaky(FittedModel model) {
    return model.network().getLayer(0).conf().getLayer() instanceof LeakyRnn configuration
        ? Optional.of(LeakyConditions.of(configuration.getLeakRate(), weights(model.network())))
        : Optional.empty();
  }

  private static RecurrentWeights weights(MultiLayerNetwork network) {
    return new RecurrentWeights(
        network.getParam("0_W").toDoubleMatrix(),
        network.getParam("0_RW").toDoubleMatrix(),
        network.getParam("0_b").toDoubleMatrix());
  }

  /** {@return N} */
  public int units() {
    return weights.recurrent().length;
  }

  /** {@return the network as a driven system} */
  public MemristiveMap map() {
    return new MemristiveMap(dynamics, integration, weights);
  }
}
