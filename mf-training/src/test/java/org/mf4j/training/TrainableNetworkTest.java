package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.CellRnn;
import org.mf4j.layers.GatedMemristiveRnn;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.LstmRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class TrainableNetworkTest {
  private static final int UNITS = 100;

  @Test
  void startsFromTheInitialisersOfThePapers() {
    MultiLayerNetwork network = assemble(Head.SOFTMAX, 5, 1);
    assertThat(network.getParam("0_RW").stdNumber().doubleValue()).isCloseTo(.05, within(.001));
    assertThat(network.getParam("0_W").stdNumber().doubleValue()).isCloseTo(.05, within(.005));
    assertThat(network.getParam("0_b").amaxNumber().doubleValue()).isZero();
    double glorot = Math.sqrt(6.0 / 105);
    assertThat(network.getParam("1_W").amaxNumber().doubleValue()).isBetween(0.98 * glorot, glorot);
    assertThat(network.getParam("1_b").amaxNumber().doubleValue()).isZero();
  }

  @Test
  void everyGateHasWeightsOfItsOwnAndStartsAtItsBias() {
    MultiLayerNetwork network =
        TrainableNetwork.assemble(
            new GatedMemristiveRnn.Builder().nIn(2).nOut(UNITS).gateBias(0.5).build(),
            Head.SOFTMAX,
            5,
            Optimiser.adam(0.001),
            new SeededRandom(1));
    assertThat(network.getParam("0_RW").shape()).containsExactly(UNITS, 3 * UNITS);
    assertThat(network.getParam("0_RW").stdNumber().doubleValue()).isCloseTo(.05, within(.001));
    double[] bias = network.getParam("0_b").toDoubleVector();
    assertThat(Arrays.copyOf(bias, UNITS)).containsOnly(0);
    assertThat(Arrays.copyOfRange(bias, UNITS, 3 * UNITS)).containsOnly(0.5);
  }

  @Test
  void learnedConstantsStartAsConfigured() {
    double[] steps = {0.01, 0.02, 0.03};
    MemristiveRnn layer =
        new MemristiveRnn.Builder()
            .nIn(2)
            .nOut(3)
            .dynamics(MemristiveDynamics.paper().withGamma(0.99).withDeltaT(steps))
            .trainable(PhysicalConstant.GAMMA, PhysicalConstant.DELTA_T)
            .build();
    MultiLayerNetwork network =
        TrainableNetwork.assemble(
            layer, Head.SOFTMAX, 5, Optimiser.adam(0.001), new SeededRandom(1));
    MemristiveDynamics learned = MemristiveRnn.dynamicsOf(network.getLayer(0));
    assertThat(learned.gamma().at(0)).isCloseTo(0.99, within(1e-6));
    assertThat(learned.deltaT().expand(3)).containsExactly(steps, within(1e-6));
  }

  /** As DL4J's own initialisation places it. */
  @Test
  void theForgetGatesOfAnLstmStartOpen() {
    LstmRnn layer = new LstmRnn.Builder().nIn(2).nOut(3).forgetGateBiasInit(1.5).build();
    MultiLayerNetwork network =
        TrainableNetwork.assemble(
            layer, Head.SOFTMAX, 5, Optimiser.adam(0.001), new SeededRandom(1));
    MultiLayerNetwork theirs =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list(
                    new LSTM.Builder().nIn(2).nOut(3).forgetGateBiasInit(1.5).build(),
                    new RnnOutputLayer.Builder().nIn(3).nOut(5).build())
                .build());
    theirs.init();
    assertThat(network.getParam("0_b").toDoubleVector())
        .isEqualTo(theirs.getParam("0_b").toDoubleVector());
    assertThat(network.getParam("0_RW").shape()).containsExactly(3, 12);
  }

  /** DL4J's own bias of a layer that is in no network yet is NaN. */
  @ParameterizedTest
  @ValueSource(classes = {LeakyRnn.Builder.class, MemristiveRnn.Builder.class})
  void biasesOfUngatedCellsStartAtZero(Class<? extends CellRnn.Builder<?>> builder)
      throws ReflectiveOperationException {
    CellRnn layer = builder.getConstructor().newInstance().nIn(2).nOut(UNITS).build();
    MultiLayerNetwork network =
        TrainableNetwork.assemble(
            layer, Head.SOFTMAX, 5, Optimiser.adam(0.001), new SeededRandom(1));
    assertThat(network.getParam("0_b").toDoubleVector()).hasSize(UNITS).containsOnly(0);
  }

  @Test
  void theSeedDecidesTheWeights() {
    INDArray first = assemble(Head.SOFTMAX, 5, 1).params();
    assertThat(assemble(Head.SOFTMAX, 5, 1).params()).isEqualTo(first);
    assertThat(assemble(Head.SOFTMAX, 5, 2).params()).isNotEqualTo(first);
  }

  @Test
  void headsPutOutProbabilitiesOrNumbers() {
    INDArray series = Nd4j.ones(DataType.FLOAT, 3, 2, 4);
    INDArray softmax = assemble(Head.SOFTMAX, 5, 1).output(series);
    INDArray sigmoid = assemble(Head.BINARY, 1, 1).output(series);
    MultiLayerNetwork linear = assemble(Head.LINEAR, 1, 1);
    linear.setParam("1_b", Nd4j.create(new double[][] {{1000}}));
    assertThat(softmax.sum(1).toDoubleVector())
        .containsExactly(new double[] {1, 1, 1}, within(1e-6));
    assertThat(sigmoid.shape()).containsExactly(3, 1);
    assertThat(sigmoid.getDouble(0)).isBetween(0.05, 0.95);
    assertThat(linear.output(series).getDouble(0)).isBetween(990.0, 1010.0);
  }

  private static MultiLayerNetwork assemble(Head head, int outputs, long seed) {
    SimpleRnn layer =
        new SimpleRnn.Builder().nIn(2).nOut(UNITS).activation(Activation.TANH).build();
    return TrainableNetwork.assemble(
        layer, head, outputs, Optimiser.adam(0.001), new SeededRandom(seed));
  }
}
