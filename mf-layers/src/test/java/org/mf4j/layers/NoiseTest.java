package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mf4j.layers.Batches.assertDifferent;
import static org.mf4j.layers.Batches.steps;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.Realisation;
import org.mf4j.engine.Engine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The noise of a layer: what it adds, which series meet which, and that there is none without. The
 * equations, gradients, masks, streams and engines are the contract suite's.
 */
class NoiseTest {
  private static final DeviceNoise WHITE = DeviceNoise.gaussian(0.3, 5);

  private static MultiLayerNetwork net(Engine engine, DeviceNoise noise) {
    return Nets.of(
        Nets.configuration(DataType.FLOAT),
        new MemristiveRnn.Builder().nOut(4).noise(noise).engine(engine).build(),
        Nets.outputPerStep());
  }

  private static INDArray states(MultiLayerNetwork net, INDArray x) {
    return net.feedForward(x, false).get(1).dup();
  }

  private static INDArray series(int batch) {
    return Batches.uniform(1, DataType.FLOAT, batch, LayerCase.N_IN, 7);
  }

  private static INDArray some(INDArray x, int from, int to) {
    return x.get(NDArrayIndex.interval(from, to), NDArrayIndex.all(), NDArrayIndex.all()).dup();
  }

  private static double[] bits(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  @ParameterizedTest
  @EnumSource(names = {"FUSED", "SAMEDIFF"})
  void everyRunMeetsNewNoiseWhateverTheCut(Engine engine) {
    INDArray x = series(70);
    MultiLayerNetwork whole = net(engine, WHITE);
    INDArray first = states(whole, x);
    INDArray second = states(whole, x);
    assertDifferent(first, second);

    MultiLayerNetwork cut = net(engine, WHITE);
    for (INDArray expected : new INDArray[] {first, second}) {
      for (int[] part : new int[][] {{0, 1}, {1, 40}, {40, 70}}) {
        Batches.assertClose(
            states(cut, some(x, part[0], part[1])), some(expected, part[0], part[1]), 1e-5);
      }
    }
  }

  /** In a short exact step the noise is sigma sqrt(deltaT) xi, by every engine. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-2, 1e-4, 1e-6, 1e-8})
  void aShortStepHasItsNoiseByEveryEngine(double deltaT) {
    INDArray x = series(3);
    INDArray fused = states(shortSteps(Engine.FUSED, deltaT), x);
    INDArray defined = states(shortSteps(Engine.SAMEDIFF, deltaT), x);
    double size = fused.amaxNumber().doubleValue();
    assertThat(size).isGreaterThan(0.1 * Math.sqrt(Math.min(deltaT, 1)));
    // States are rounded beside a fixed point of 0.2.
    Batches.assertClose(defined, fused, 1e-3);
  }

  private static MultiLayerNetwork shortSteps(Engine engine, double deltaT) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(1).withDeltaT(deltaT);
    return Nets.of(
        Nets.configuration(DataType.FLOAT),
        new MemristiveRnn.Builder()
            .nOut(4)
            .dynamics(dynamics)
            .integration(Integration.EXACT)
            .noise(DeviceNoise.gaussian(1, 5))
            .engine(engine)
            .build(),
        Nets.outputPerStep());
  }

  @Test
  void aRepeatedRunMeetsTheSameNoise() {
    MultiLayerNetwork net = net(Engine.AUTO, WHITE.with(Realisation.REPEATED));
    assertThat(bits(states(net, series(3)))).isEqualTo(bits(states(net, series(3))));
    assertDifferent(
        states(net, series(3)), states(net(Engine.AUTO, DeviceNoise.gaussian(0.3, 6)), series(3)));
  }

  @Test
  void aStreamMeetsTheNoiseOfTheWholeSeriesAndTheNextStreamOther() {
    INDArray x = series(2);
    INDArray whole = net(Engine.AUTO, WHITE).output(x);
    MultiLayerNetwork stream = net(Engine.AUTO, WHITE);
    Batches.assertClose(stream.rnnTimeStep(steps(x, 0, 3)), steps(whole, 0, 3), 1e-5);
    stream.output(series(5));
    Batches.assertClose(stream.rnnTimeStep(steps(x, 3, 7)), steps(whole, 3, 7), 1e-5);
    stream.rnnClearPreviousState();
    assertDifferent(stream.rnnTimeStep(x), whole);
  }

  @Test
  void noneChangesNoBitAndNoWordOfTheConfiguration() {
    MultiLayerNetwork without =
        Nets.of(
            Nets.configuration(DataType.FLOAT),
            new MemristiveRnn.Builder().nOut(4).build(),
            Nets.outputPerStep());
    MultiLayerNetwork none = net(Engine.AUTO, DeviceNoise.none());
    assertThat(bits(none.output(series(3)))).isEqualTo(bits(without.output(series(3))));
    assertThat(none.getLayerWiseConfigurations().toJson())
        .isEqualTo(without.getLayerWiseConfigurations().toJson())
        .doesNotContain("noise");
  }

  @Test
  void noiseIsPartOfTheConfiguration() {
    DeviceNoise noise =
        DeviceNoise.silverNanowireNetwork(-3).withSigma(0.1, 0.2, 0, 1).with(Realisation.REPEATED);
    MultiLayerConfiguration read =
        MultiLayerConfiguration.fromJson(
            net(Engine.AUTO, noise).getLayerWiseConfigurations().toJson());
    MemristiveRnn layer = (MemristiveRnn) read.getConf(0).getLayer();
    assertThat(layer.getNoise()).isEqualTo(noise);
    layer.setNoise(DeviceNoise.none());
    assertThat(layer.getNoise()).isEqualTo(DeviceNoise.none());
  }

  /**
   * Neurons under a constant drive are Ornstein-Uhlenbeck processes, whose stationary law is normal
   * about g~ with variance sigma^2/(2 theta); Euler's recursion has sigma^2 deltaT / (1 - (1 -
   * theta deltaT)^2). With 4,000 neurons mean and variance are within 4 standard errors.
   */
  @ParameterizedTest
  @EnumSource
  void underAConstantDriveStatesHaveTheStationaryLaw(Integration integration) {
    int n = 4000;
    double sigma = 0.05;
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withDeltaT(0.5);
    MultiLayerNetwork net =
        Nets.of(
            Nets.configuration(DataType.FLOAT).weightInit(WeightInit.ZERO),
            new MemristiveRnn.Builder()
                .nOut(n)
                .dynamics(dynamics)
                .integration(integration)
                .noise(DeviceNoise.gaussian(sigma, 1))
                .biasInit(0)
                .build(),
            Nets.outputPerStep());
    INDArray states = states(net, Nd4j.zeros(DataType.FLOAT, 1, LayerCase.N_IN, 60));
    double[] last =
        states
            .get(NDArrayIndex.point(0), NDArrayIndex.all(), NDArrayIndex.point(59))
            .dup()
            .data()
            .asDouble();
    double kp = dynamics.rates(0).potentiation(0.75);
    double theta = dynamics.rates(0).total(0.75);
    double decay = 1 - theta * 0.5;
    double variance =
        integration == Integration.EXACT
            ? sigma * sigma / (2 * theta)
            : sigma * sigma * 0.5 / (1 - decay * decay);
    double mean = Arrays.stream(last).average().orElseThrow();
    double spread = Arrays.stream(last).map(g -> (g - mean) * (g - mean)).sum() / (n - 1);
    assertThat(mean).isCloseTo(kp / theta, within(4 * Math.sqrt(variance / n)));
    assertThat(spread).isCloseTo(variance, within(4 * variance * Math.sqrt(2.0 / n)));
  }

  @Test
  void badNoiseIsRefused() {
    MemristiveRnn.Builder builder = new MemristiveRnn.Builder().nIn(1).nOut(3);
    assertThatThrownBy(() -> builder.noise(DeviceNoise.none().withSigma(1, 2)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values per neuron in a layer of nOut = 3");
    assertThatThrownBy(() -> builder.noise(DeviceNoise.none().withJumpRate(11)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jumpRate * deltaT = 1.1: must be at most 1");
  }
}
