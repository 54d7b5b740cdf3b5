package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

class RegularisationTest {
  private static final Offset<Double> SMALL = within(1e-6);
  private static final INDArray SERIES = Nd4j.rand(new int[] {8, 2, 5});

  /** With plain gradient descent of rate 1 the change of an array is its clipped gradient. */
  @Test
  void noArrayOfGradientsIsLongerThanTheNorm() {
    INDArray far = Nd4j.ones(8, 1).muli(1000);
    assertThat(steps(new Optimiser(new Sgd(1), 0, 0), far, "0_RW")).isGreaterThan(.1);
    for (String array : new String[] {"0_W", "0_RW", "0_b", "1_W", "1_b"}) {
      assertThat(steps(new Optimiser(new Sgd(1), .01, 0), far, array)).isCloseTo(.01, within(1e-5));
    }
  }

  private static double steps(Optimiser optimiser, INDArray labels, String array) {
    MultiLayerNetwork network = network(optimiser);
    INDArray before = network.getParam(array).dup();
    network.fit(new DataSet(SERIES, labels));
    return network.getParam(array).sub(before).norm2Number().doubleValue();
  }

  /**
   * Where the gradient is 0, a rate of .5 and a decay of .1 leave .95 of a weight, and the bias.
   */
  @Test
  void weightsDecayAndBiasesDoNot() {
    MultiLayerNetwork network = network(new Optimiser(new Sgd(.5), 0, .1));
    network.getParam("0_b").assign(.3);
    INDArray weights = network.getParam("0_RW").dup();
    INDArray readout = network.getParam("1_W").dup();
    network.fit(new DataSet(SERIES, network.output(SERIES)));
    assertThat(network.getParam("0_RW").distance2(weights.mul(.95))).isLessThan(1e-6);
    assertThat(network.getParam("1_W").distance2(readout.mul(.95))).isLessThan(1e-6);
    assertThat(network.getParam("0_b").toFloatVector()).containsOnly(.3f);
  }

  @Test
  void labelsLoseALittleCertainty() {
    assertThat(smoothed(0, 1, 0, 0)).containsExactly(new double[] {.025, .925, .025, .025}, SMALL);
    assertThat(smoothed(1)).containsExactly(new double[] {.95}, SMALL);
    assertThat(smoothed(0)).containsExactly(new double[] {.05}, SMALL);
  }

  private static double[] smoothed(double... labels) {
    DataSet batch = new DataSet(Nd4j.zeros(1, 1, 1), Nd4j.create(new double[][] {labels}));
    new LabelSmoothing(.1).preProcess(batch);
    return batch.getLabels().toDoubleVector();
  }

  private static MultiLayerNetwork network(Optimiser optimiser) {
    MemristiveRnn layer = new MemristiveRnn.Builder().nIn(2).nOut(4).build();
    return TrainableNetwork.assemble(layer, Head.LINEAR, 1, optimiser, new SeededRandom(1));
  }
}
