package org.mf4j.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.GatedMemristiveRnn;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

class NeuronFaultsTest {
  /** In single and double precision cells of every kind; the readout still finds the others. */
  @Test
  void theStateOfADeadNeuronIsZeroAndOthersLive() {
    Map<String, MultiLayerNetwork> networks = SmallNetworks.all();
    for (String name : new String[] {"last step", "tanh", "gates", "LSTM"}) {
      MultiLayerNetwork network = networks.get(name);
      MultiLayerNetwork copy = HardwareModel.of(3, new DeadNeurons(0.5)).apply(network);
      INDArray states = copy.feedForward(SmallNetworks.series()).get(1);
      // The gated cell keeps its rates above the least normal number.
      double largest = name.equals("gates") ? 1e-36 : 0;
      long dead =
          IntStream.range(0, SmallNetworks.UNITS)
              .filter(i -> states.getColumn(i).amaxNumber().doubleValue() <= largest)
              .count();
      assertThat(dead).as(name).isBetween(1L, SmallNetworks.UNITS - 1L);
      assertThat(copy.getParam("1_W")).as(name).isEqualTo(network.getParam("1_W"));
    }
  }

  @Test
  void neuronsDieWithTheProbability() {
    int n = 2_000;
    MemristiveRnn layer = new MemristiveRnn.Builder().nIn(1).nOut(n).build();
    new DeadNeurons(0.2).deviate(layer, Map.of(), new SeededRandom(9));
    double[] kp0 = layer.getDynamics().kp0().toArray();
    long dead = IntStream.range(0, n).filter(i -> kp0[i] < 1e-300).count();
    Moments.assertShare(dead, n, 0.2);
  }

  /** In every wrapper, and nowhere else; two chips have two noises. */
  @Test
  void stepsOfMemristorsAreNoisyAndOthersAreNot() {
    SmallNetworks.all()
        .forEach(
            (name, network) -> {
              INDArray x = SmallNetworks.series();
              INDArray exact = network.output(x);
              INDArray noisy = onChip(network, 3).output(x);
              boolean memristive = !name.equals("tanh") && !name.equals("LSTM");
              assertThat(noisy.equals(exact)).as(name).isEqualTo(!memristive);
              assertThat(onChip(network, 3).output(x)).as(name).isEqualTo(noisy);
              assertThat(onChip(network, 4).output(x).equals(noisy))
                  .as(name)
                  .isEqualTo(!memristive);
            });
  }

  private static MultiLayerNetwork onChip(MultiLayerNetwork network, long seed) {
    return HardwareModel.of(seed, new StepNoise(0.3, 0.5)).apply(network);
  }

  @Test
  void constantsSpreadLogNormallyAroundTheirValues() {
    int n = 5_000;
    MemristiveRnn layer = new MemristiveRnn.Builder().nIn(1).nOut(n).build();
    new Spread(0.3, 0.05).deviate(layer, Map.of(), new SeededRandom(2));
    MemristiveDynamics paper = MemristiveDynamics.paper();
    for (PhysicalConstant one : PhysicalConstant.values()) {
      double nominal = paper.get(one).at(0);
      double[] logarithms = layer.getDynamics().get(one).map(value -> Math.log(value / nominal));
      switch (one) {
        case KP0, KD0 -> Moments.assertNormal(logarithms, 0, 0.3);
        case ETA_P, ETA_D -> Moments.assertNormal(logarithms, 0, 0.05);
        default -> assertThat(logarithms).containsExactly(0);
      }
    }
  }

  /**
   * K_p0 and K_d0 of a neuron are drawn apart: their correlation is that of chance, |r| <
   * 2.576/sqrt(n).
   */
  @Test
  void theFactorsOfANeuronAreIndependent() {
    int n = 5_000;
    MemristiveRnn layer = new MemristiveRnn.Builder().nIn(1).nOut(n).build();
    new Spread(1, 1).deviate(layer, Map.of(), new SeededRandom(2));
    double[] kp0 = layer.getDynamics().kp0().map(value -> Math.log(value / 1e-4));
    double[] kd0 = layer.getDynamics().kd0().map(value -> Math.log(value / 0.5));
    double[] etaP = layer.getDynamics().etaP().map(value -> Math.log(value / 10));
    assertThat(Math.abs(correlation(kp0, kd0))).isLessThan(2.576 / Math.sqrt(n));
    assertThat(Math.abs(correlation(kp0, etaP))).isLessThan(2.576 / Math.sqrt(n));
  }

  private static double correlation(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).average().orElseThrow();
  }

  @Test
  void otherNeuronsHaveNoConstantsToSpread() {
    MultiLayerNetwork network = SmallNetworks.all().get("tanh");
    assertThat(HardwareModel.of(3, new Spread(1, 1)).apply(network).params())
        .isEqualTo(network.params());
  }

  @Test
  void theKindsOfNeuronsAreThoseThatWereMeant() {
    assertThat(layerOf("tanh")).isInstanceOf(LeakyRnn.class);
    assertThat(layerOf("gates")).isInstanceOf(GatedMemristiveRnn.class);
    assertThat(layerOf("LSTM")).isInstanceOf(LSTM.class);
  }

  private static Object layerOf(String name) {
    return ((LastTimeStep)
            SmallNetworks.all().get(name).getLayerWiseConfigurations().getConf(0).getLayer())
        .getUnderlying();
  }
}
