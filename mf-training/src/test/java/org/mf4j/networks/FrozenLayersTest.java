package org.mf4j.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class FrozenLayersTest {
  private static final INDArray INPUT = random(11, 4, 2, 6);
  private static final INDArray LABELS = random(12, 4, 1);

  /** Every place in which a recurrent layer may be frozen. */
  static Stream<List<Layer>> layers() {
    return Stream.of(
        List.of(new FrozenLayer(new LastTimeStep(memristive(2, 5)))),
        List.of(new LastTimeStep(new FrozenLayerWithBackprop(memristive(2, 5)))),
        List.of(new FrozenLayer(memristive(2, 3)), new FrozenLayer(leaky(3, 5))),
        List.of(
            new FrozenLayer(
                new LastTimeStep(new Bidirectional(Bidirectional.Mode.ADD, memristive(2, 5))))));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theNetworkComputesTheSameAndNowLearnsInEveryLayer(List<Layer> layers) {
    MultiLayerNetwork frozen = network(layers);
    INDArray before = frozen.params().dup();
    MultiLayerNetwork network = FrozenLayers.unfreeze(frozen, Optimiser.adam(0.01));
    assertThat(network.output(INPUT).toDoubleVector())
        .containsExactly(frozen.output(INPUT).toDoubleVector(), within(1e-12));
    frozen.fit(new DataSet(INPUT, LABELS));
    assertThat(changed(frozen, before)).containsExactly(false);
    network.fit(new DataSet(INPUT, LABELS));
    assertThat(changed(network, before)).containsExactly(true);
    assertThat(network.getLayerWiseConfigurations().toJson()).doesNotContain("Frozen");
  }

  /** Adam's first step has the learning rate as its size, whatever the gradient. */
  @ParameterizedTest
  @MethodSource("layers")
  void everyLayerHasTheUpdater(List<Layer> layers) {
    MultiLayerNetwork network = FrozenLayers.unfreeze(network(layers), Optimiser.adam(1e-3));
    INDArray before = network.params().dup();
    network.fit(new DataSet(INPUT, LABELS));
    INDArray steps = Nd4j.math().abs(network.params().sub(before));
    assertThat(steps.maxNumber().doubleValue()).isCloseTo(1e-3, within(1e-5));
    assertThat(steps.meanNumber().doubleValue()).isGreaterThan(5e-4);
  }

  /**
   * Whether the recurrent layers' weights differ. The backward direction's RW cannot: at the last
   * step of the series that direction has taken one step only, from a state of 0.
   */
  private static Boolean[] changed(MultiLayerNetwork network, INDArray before) {
    MultiLayerNetwork old = network.clone();
    old.setParams(before);
    return Stream.of(
            network.paramTable().keySet().stream()
                .filter(name -> !name.startsWith(network.getnLayers() - 1 + "_"))
                .filter(name -> !name.equals("0_bRW"))
                .allMatch(name -> !network.getParam(name).equals(old.getParam(name))))
        .toArray(Boolean[]::new);
  }

  private static MultiLayerNetwork network(List<Layer> layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .dataType(DataType.DOUBLE)
            .updater(new Sgd(0.1))
            .list();
    for (int i = 0; i < layers.size(); i++) {
      boolean last = i == layers.size() - 1;
      boolean series = last && layers.size() > 1;
      list.layer(series ? new LastTimeStep(layers.get(i)) : layers.get(i));
    }
    list.layer(
        new OutputLayer.Builder(LossFunction.MSE)
            .activation(Activation.IDENTITY)
            .nIn(5)
            .nOut(1)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    return network;
  }

  private static MemristiveRnn memristive(int nIn, int units) {
    return new MemristiveRnn.Builder().nIn(nIn).nOut(units).build();
  }

  private static LeakyRnn leaky(int nIn, int units) {
    return new LeakyRnn.Builder().nIn(nIn).nOut(units).build();
  }

  private static INDArray random(long seed, int... shape) {
    SeededRandom random = new SeededRandom(seed);
    long[] longs = Arrays.stream(shape).asLongStream().toArray();
    INDArray array = Nd4j.create(DataType.DOUBLE, longs);
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
    return array;
  }
}
