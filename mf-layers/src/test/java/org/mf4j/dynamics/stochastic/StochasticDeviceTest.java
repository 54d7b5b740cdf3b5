package org.mf4j.dynamics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.NanowireNeuron;

/**
 * The laws of the process, from the formulas of Milano et al. (2025), at the significance of 1 %: a
 * correct generator would fail one seed in a hundred; the seeds are fixed.
 */
class StochasticDeviceTest {
  private static final double SIGNIFICANCE = 0.01;
  private static final int MANY = 20_000;
  private static final double VOLTS = 3.6;
  private static final double START = 0.2;
  private static final double SIGMA = 0.02;

  /** The rates of the preset in numbers. */
  private static final double KP = 5.217e-4 * Math.exp(1.2922 * VOLTS);

  private static final double KD = 37.934 * Math.exp(-1.7859 * VOLTS);
  private static final double THETA = KP + KD;
  private static final double REST = KP / THETA;

  private static StochasticDevice noisy(double deltaT) {
    return StochasticDevice.silverNanowireNetwork(0)
        .with(DeviceNoise.gaussian(SIGMA, 7))
        .withDeltaT(deltaT);
  }

  private static double[] ends(StochasticDevice device, int steps) {
    double[] volts = new double[steps];
    Arrays.fill(volts, VOLTS);
    return IntStream.range(0, MANY)
        .mapToDouble(series -> device.states(volts, START, series)[steps - 1])
        .toArray();
  }

  private static NormalDistribution transition(double time) {
    double mean = REST + (START - REST) * Math.exp(-THETA * time);
    double variance = SIGMA * SIGMA * (1 - Math.exp(-2 * THETA * time)) / (2 * THETA);
    return new NormalDistribution(mean, Math.sqrt(variance));
  }

  private static double pValue(NormalDistribution law, double[] sample) {
    return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, sample);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.6295, 5, 200})
  void theExactTransitionHasItsLawAtEveryStep(double deltaT) {
    double[] ends = ends(noisy(deltaT), 1);
    assertThat(pValue(transition(deltaT), ends)).isGreaterThan(SIGNIFICANCE);
    double standardError = transition(deltaT).getStandardDeviation() / Math.sqrt(MANY);
    assertThat(Arrays.stream(ends).average().orElseThrow())
        .isCloseTo(transition(deltaT).getMean(), within(2.576 * standardError));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void manyShortStepsAreOneLongStepInDistribution(int parts) {
    assertThat(pValue(transition(4), ends(noisy(4.0 / parts), parts))).isGreaterThan(SIGNIFICANCE);
  }

  @Test
  void eulerMaruyamaTendsToTheExactLaw() {
    double time = 16;
    double before = 1;
    for (int steps : new int[] {2, 4, 8}) {
      double[] ends = ends(noisy(time / steps).with(Integration.EULER), steps);
      double distance =
          new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(transition(time), ends);
      assertThat(distance).isLessThan(0.7 * before);
      before = distance;
    }
    double[] fine = ends(noisy(time / 1024).with(Integration.EULER), 1024);
    assertThat(pValue(transition(time), fine)).isGreaterThan(SIGNIFICANCE);
  }

  @Test
  void aConstantVoltageLeadsToTheStationaryLaw() {
    NormalDistribution stationary = new NormalDistribution(REST, SIGMA / Math.sqrt(2 * THETA));
    assertThat(pValue(stationary, ends(noisy(2), 100))).isGreaterThan(SIGNIFICANCE);
  }

  @Test
  void stepsAndSeriesAreUncorrelated() {
    NoiseSource source = new NoiseSource(DeviceNoise.gaussian(1, 3));
    double lagInStep = 0;
    double lagInSeries = 0;
    double lagInNeuron = 0;
    for (int i = 0; i < MANY; i++) {
      double here = normal(source, i, 5, 9);
      lagInStep += here * normal(source, i, 6, 9);
      lagInSeries += here * normal(source, i + 1, 5, 9);
      lagInNeuron += here * normal(source, i, 5, 10);
    }
    double bound = 2.576 / Math.sqrt(MANY);
    assertThat(lagInStep / MANY).isCloseTo(0, within(bound));
    assertThat(lagInSeries / MANY).isCloseTo(0, within(bound));
    assertThat(lagInNeuron / MANY).isCloseTo(0, within(bound));
  }

  private static double normal(NoiseSource source, int series, int step, int neuron) {
    source.moveTo(series, step, neuron, 1);
    return source.normal();
  }

  @ParameterizedTest
  @EnumSource
  void withoutNoiseItIsTheDeterministicNeuronBitForBit(Integration integration) {
    double[] volts = IntStream.range(0, 200).mapToDouble(t -> 3 + Math.sin(t)).toArray();
    StochasticDevice quiet =
        StochasticDevice.silverNanowireNetwork(1).with(DeviceNoise.none()).with(integration);
    assertThat(quiet.states(volts, 0.3, 4))
        .containsExactly(new NanowireNeuron(quiet.dynamics(), integration, 0).states(volts, 0.3));
  }

  @Test
  void aTraceIsAFunctionOfSeedAndSeries() {
    double[] volts = new double[50];
    Arrays.fill(volts, VOLTS);
    StochasticDevice device = StochasticDevice.silverNanowireNetwork(1);
    assertThat(device.states(volts, 0.2, 3)).containsExactly(device.states(volts, 0.2, 3));
    assertThat(device.states(volts, 0.2, 3)).isNotEqualTo(device.states(volts, 0.2, 4));
    assertThat(device.states(volts, 0.2, 3))
        .isNotEqualTo(StochasticDevice.silverNanowireNetwork(2).states(volts, 0.2, 3));
  }

  /** G = G_min (1 - g) + G_max g with the constants of the source. */
  @Test
  void conductancesAreInSiemens() {
    StochasticDevice device = StochasticDevice.silverNanowireNetwork(1);
    double state = (1.23364e-5 - 1.4558e-7) / (6.8580e-5 - 1.4558e-7);
    double g = device.states(new double[] {VOLTS}, state, 0)[0];
    double siemens = device.siemens(new double[] {VOLTS}, StochasticDevice.SILVER_START, 0)[0];
    assertThat(siemens).isCloseTo(1.4558e-7 * (1 - g) + 6.8580e-5 * g, within(1e-18));
    assertThat(device.noise().amplitudes().smallest()).isCloseTo(6.371e-4, within(1e-7));
    assertThat(device.noise().amplitudes().largest()).isCloseTo(1.0194e-2, within(1e-6));
  }

  @Test
  void refusesAStepInWhichAJumpIsMoreThanCertain() {
    StochasticDevice device = StochasticDevice.silverNanowireNetwork(1).withDeltaT(20);
    assertThatThrownBy(() -> device.states(new double[1], 0.2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("jumpRate * deltaT = 1.6");
  }
}
