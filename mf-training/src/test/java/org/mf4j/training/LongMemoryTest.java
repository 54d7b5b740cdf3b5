package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What is written at first is there a thousand steps later, as the equations say. */
class LongMemoryTest {
  private static final int STEPS = 1000;

  private static MultiLayerNetwork network() {
    return LongMemory.assemble(1, 20, Head.LINEAR, 1, Optimiser.adam(0.001), new SeededRandom(5));
  }

  private static INDArray states(MultiLayerNetwork network, double first, int steps) {
    INDArray series = Nd4j.zeros(1, 1, steps);
    series.putScalar(0, first);
    return network.feedForward(series).get(1);
  }

  @Test
  void aWrittenStateIsKept() {
    MultiLayerNetwork network = network();
    double after = states(network, 1, STEPS).distance2(states(network, 0, STEPS));
    double before = states(network, 1, 1).distance2(states(network, 0, 1));
    // At rest z = .35 + .8 / (1 + e^5) = .3554 and q = .1 (.0001 e^3.554 + .0005 e^-.3554).
    double q = 0.1 * (1e-4 * Math.exp(3.5535) + 5e-4 * Math.exp(-0.3554));
    assertThat(after / before).isCloseTo(Math.exp(-q * (STEPS - 1)), within(0.05));
  }

  @Test
  void aSingleStepWritesMuch() {
    assertThat(states(network(), 1, 1).maxNumber().doubleValue()).isGreaterThan(0.1);
    assertThat(states(network(), 0, 1).maxNumber().doubleValue()).isLessThan(0.001);
  }
}
