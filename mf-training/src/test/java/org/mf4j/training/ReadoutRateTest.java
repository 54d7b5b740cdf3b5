package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.networks.Head;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A tanh network, whose states are about its inputs' size times that of its weights, .05. */
class ReadoutRateTest {
  private static final int LEAST_SERIES = 8;
  private static final TrainingOptions OPTIONS = TrainingOptions.standard();

  @ParameterizedTest
  @CsvSource({"3e-2, 30", "1e-9, 30", "100, 1"})
  void isThatOfTheOthersTimesAFactorInItsRange(double input, double factor) {
    MultiLayerNetwork network = applied(OPTIONS, input);
    assertThat(network.getLearningRate(1) / network.getLearningRate(0))
        .isCloseTo(factor, within(1e-6));
  }

  /** In between the factor is .03 over the size of the states. */
  @Test
  void growsAsTheStatesShrink() {
    double factor = ratio(applied(OPTIONS, 0.1));
    assertThat(factor).isBetween(2.0, 20.0);
    assertThat(ratio(applied(OPTIONS, 0.05))).isCloseTo(2 * factor, within(0.01 * factor));
  }

  @Test
  void changesNothingUnlessAskedFor() {
    assertThat(ratio(applied(OPTIONS.withReadoutRate(1), 1e-9))).isEqualTo(1);
    assertThat(TrainingOptions.paper(0.001).readoutRate()).isEqualTo(1);
  }

  @Test
  void keepsItsShapeOverTheEpochs() {
    MultiLayerNetwork network = applied(OPTIONS, 1e-9);
    for (int epoch = 0; epoch < OPTIONS.epochsFor(LEAST_SERIES); epoch++) {
      assertThat(ratio(network)).isCloseTo(30, within(1e-6));
      network.incrementEpochCount();
    }
  }

  @Test
  void isAtLeastTheOthers() {
    assertThatThrownBy(() -> OPTIONS.withReadoutRate(0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("readoutRate = 0.5: must be finite and at least 1.0");
  }

  private static double ratio(MultiLayerNetwork network) {
    return network.getLearningRate(1) / network.getLearningRate(0);
  }

  private static MultiLayerNetwork applied(TrainingOptions options, double input) {
    MultiLayerNetwork network =
        TrainableNetwork.assemble(
            new LeakyRnn.Builder().nIn(1).nOut(20).build(),
            Head.SOFTMAX,
            2,
            options.optimiser(LEAST_SERIES),
            new SeededRandom(1));
    INDArray series =
        Nd4j.valueArrayOf(new long[] {LEAST_SERIES, 1, 5}, input)
            .castTo(network.params().dataType());
    new ReadoutRate(options, LEAST_SERIES)
        .applyTo(
            network,
            new ExistingDataSetIterator(List.of(new DataSet(series, Nd4j.zeros(LEAST_SERIES, 2)))));
    return network;
  }
}
