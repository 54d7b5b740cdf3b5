package org.mf4j.stability.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.LeakyConditions;
import org.mf4j.stability.MemristiveMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A memristive network whose stability is in question.
 *
 * @param name what it is, for the report
 * @param dynamics the constants, with RESCALE
 * @param integration how a step is integrated
 * @param noise what chance adds to every step
 * @param weights W, RW and b
 * @param settings how it came about, by name
 * @param reading what the recurrent layer sees of a series
 */
public record StabilitySubject(
    String name,
    MemristiveDynamics dynamics,
    Integration integration,
    DeviceNoise noise,
    RecurrentWeights weights,
    Map<String, Object> settings,
    Reading reading) {

  /**
   * What the recurrent layer sees of a series: the series, or what the layers before it make of it.
   *
   * @param channels the number of channels of a series
   * @param view from series to the inputs of the layer
   */
  public record Reading(int channels, UnaryOperator<SeriesSet> view) {
    static Reading direct(int channels) {
      return new Reading(channels, UnaryOperator.identity());
    }
  }

  /**
   * A reservoir as it is drawn from a seed: the same weights as those of a model that is fitted
   * with these settings and this seed.
   *
   * @param model the settings of a memristive reservoir that sees series as they are
   * @param nIn the number of input channels
   * @param seed the seed
   * @return the network
   * @throws IllegalArgumentException if the settings are not those of such a reservoir
   */
  public static StabilitySubject drawn(ModelSettings model, int nIn, long seed) {
    if (!(model.cell() instanceof MemristiveSettings cell)
        || !(model.learning() instanceof ReservoirLearning learning)
        || learning.reading().normalised()
        || !learning.reading().lags().isEmpty()) {
      throw new IllegalArgumentException(
          "model = "
              + model.kind().id()
              + ": only a memristive reservoir that sees the series as they are can be drawn,"
              + " mf-esn");
    }
    SeededRandom random = new SeededRandom(seed);
    MemristiveDynamics dynamics = cell.draw(model.units(), random);
    DeviceNoise noise = cell.drawNoise(random);
    Map<String, Object> settings = new LinkedHashMap<>(model.values());
    settings.put(MemristiveSettings.INTEGRATION.id(), cell.integration().name());
    settings.put("seed", seed);
    return new StabilitySubject(
        model.kind().id(),
        dynamics,
        cell.integration(),
        noise,
        learning.reservoir().draw(nIn, model.units(), random),
        settings,
        Reading.direct(nIn));
  }

  /**
   * The recurrent layer of a saved model, with its constants as they were learned, wherever it is
   * wrapped.
   *
   * @param model a memristive model
   * @return its network
   * @throws IllegalArgumentException if no layer of its network is one of memristive neurons that
   *     runs in one direction
   */
  public static StabilitySubject of(FittedModel model) {
    MultiLayerNetwork network = model.network();
    int index = memristive(model);
    Layer layer = network.getLayer(index);
    MemristiveRnn configuration = (MemristiveRnn) layer.conf().getLayer();
    RecurrentWeights weights = weights(network, index);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("units", weights.recurrent().length);
    if (model.provenance().get("settings") instanceof Map<?, ?> saved) {
      saved.forEach((key, value) -> settings.put(key.toString(), value));
    }
    settings.put("integration", configuration.getIntegration().name());
    Reading reading =
        new Reading((int) SeriesNetwork.channels(network), set -> inputs(network, index, set));
    return new StabilitySubject(
        model.kind().id(),
        MemristiveRnn.dynamicsOf(layer),
        configuration.getIntegration(),
        configuration.getNoise(),
        weights,
        settings,
        reading);
  }

  private static int memristive(FittedModel model) {
    Layer[] layers = model.network().getLayers();
    return IntStream.range(0, layers.length)
        .filter(i -> layers[i].conf().getLayer() instanceof MemristiveRnn)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "model of kind "
                        + model.kind().id()
                        + ": no layer of its network is a single memristive one; the conditions are"
                        + " about one such layer"));
  }

  /** What the layers below make of every series. */
  private static SeriesSet inputs(MultiLayerNetwork network, int layer, SeriesSet set) {
    if (layer == 0) {
      return set;
    }
    List<Series> inputs = new ArrayList<>();
    for (Series series : set.series()) {
      INDArray x = Nd4j.create(new double[][][] {series.channels()}).castTo(DataType.FLOAT);
      INDArray seen = network.feedForwardToLayer(layer - 1, x).get(layer);
      inputs.add(new Series(seen.slice(0).toDoubleMatrix(), series.target()));
    }
    return new SeriesSet(set.name(), set.classes(), inputs);
  }

  /**
   * What applies to a saved model of tanh neurons in place of the memristive conditions.
   *
   * @param model a model
   * @return the classical conditions, or nothing for a model that is not a leaky one
   */
  public static Optional<LeakyConditions> leaky(FittedModel model) {
    return model.network().getLayer(0).conf().getLayer() instanceof LeakyRnn configuration
        ? Optional.of(LeakyConditions.of(configuration.getLeakRate(), weights(model.network(), 0)))
        : Optional.empty();
  }

  private static RecurrentWeights weights(MultiLayerNetwork network, int layer) {
    return new RecurrentWeights(
        network.getParam(layer + "_W").toDoubleMatrix(),
        network.getParam(layer + "_RW").toDoubleMatrix(),
        network.getParam(layer + "_b").toDoubleMatrix());
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
