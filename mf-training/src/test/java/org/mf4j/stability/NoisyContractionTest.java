package org.mf4j.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.BoundedPowerLaw;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.StochasticDevice;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.measured.NoiseMeasures;

/** The bound in mean square and the stationary spread, against solutions that are drawn. */
class NoisyContractionTest {
  private static final int UNITS = 6;
  private static final MemristiveDynamics DYNAMICS =
      MemristiveDynamics.paper().withDeltaT(0.1).withGamma(0.9).withSlope(2);

  private static RecurrentWeights weights(double size) {
    SeededRandom random = new SeededRandom(4);
    double[][] recurrent = new double[UNITS][UNITS];
    for (double[] row : recurrent) {
      Arrays.setAll(row, i -> random.uniform(-size, size));
    }
    return new RecurrentWeights(new double[1][UNITS], recurrent, new double[1][UNITS]);
  }

  private static double[] uniform(SeededRandom random) {
    double[] state = new double[UNITS];
    Arrays.setAll(state, i -> random.nextDouble());
    return state;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** Noise so strong that the exact step's bound is well above that without noise. */
  @ParameterizedTest
  @EnumSource
  void oneStepLeavesTwoStatesOfTheCubeAsFarApartAsTheBoundAllows(Integration integration) {
    DeviceNoise noise = DeviceNoise.gaussian(20, 7);
    RecurrentWeights weights = weights(0.5);
    Coupling coupling = Coupling.of(weights);
    double rate = NoisyContraction.of(DYNAMICS, integration, coupling, noise).bound().rate();
    double without = ConditionA.of(DYNAMICS, integration, coupling).rate();
    if (integration == Integration.EULER) {
      assertThat(rate).isEqualTo(without);
    } else {
      assertThat(rate).isGreaterThan(1.02 * without);
    }
    NoisyMap map = new NoisyMap(DYNAMICS, integration, weights, noise);
    SeededRandom random = new SeededRandom(1);
    int draws = 2000;
    for (int pair = 0; pair < 10; pair++) {
      double[] a = uniform(random);
      double[] b = uniform(random);
      double mean = 0;
      for (int series = 0; series < draws; series++) {
        double[] input = new double[1];
        mean +=
            squaredDistance(map.next(a, input, series, pair), map.next(b, input, series, pair))
                / draws;
      }
      assertThat(Math.sqrt(mean / squaredDistance(a, b))).isLessThan(rate);
    }
  }

  /** 200,000 steps with an e-folding time of about 10 give the variance to 2 %. */
  @ParameterizedTest
  @EnumSource
  void anUncoupledNeuronSpreadsAsTheFormulaSays(Integration integration) {
    MemristiveDynamics at =
        MemristiveDynamics.paper().withDeltaT(0.1).withRescale(0.75, 0.75 + 1e-9);
    DeviceNoise noise =
        DeviceNoise.gaussian(0.02, 3).withJumps(2, new BoundedPowerLaw(1.5, 0.01, 0.1));
    double[] volts = new double[200_000];
    Arrays.fill(volts, 0.75);
    double[] states =
        new StochasticDevice(
                at.withoutRescale(),
                integration,
                noise,
                StochasticDevice.silverNanowireNetwork(1).conductance())
            .states(volts, 0.2, 0);
    double[] settled = Arrays.copyOfRange(states, 1000, states.length);
    double mean = Arrays.stream(settled).average().orElseThrow();
    double measured =
        Math.sqrt(Arrays.stream(settled).map(g -> (g - mean) * (g - mean)).average().orElseThrow());
    Coupling none = Coupling.of(weights(0));
    NoisyContraction theory = NoisyContraction.of(at, integration, none, noise);
    assertThat(theory.jumps()).isTrue();
    assertThat(theory.stationarySpread().lower())
        .isCloseTo(theory.stationarySpread().upper(), within(1e-8));
    assertThat(measured / theory.stationarySpread().lower()).isCloseTo(1, within(0.02));
  }

  /** Without coupling the drive is constant and a step keeps the share 0.9 - 0.1 p. */
  @Test
  void whatIsMeasuredOfUncoupledNeuronsIsKnown() {
    DeviceNoise noise = DeviceNoise.gaussian(0.05, 2);
    MemristiveDynamics dynamics = DYNAMICS.withGamma(1);
    NoisyMap map = new NoisyMap(dynamics, Integration.EULER, weights(0), noise);
    NoiseMeasures measured = NoiseMeasures.of(map, new double[4000][1], 4);
    double decay = 1 - 0.1 * dynamics.rates(0).total(0.75);
    assertThat(measured.rate()).isCloseTo(decay, within(1e-3));
    assertThat(measured.distance()).isLessThan(1e-9);
    double spread = 0.05 * Math.sqrt(0.1 / (1 - decay * decay));
    assertThat(measured.spread() / spread).isCloseTo(1, within(0.05));
    assertThat(measured.outside()).isBetween(0.0, 0.05);
    NoiseMeasures quiet =
        NoiseMeasures.of(
            new NoisyMap(dynamics, Integration.EULER, weights(0), DeviceNoise.none()),
            new double[100][1],
            1);
    assertThat(quiet.spread()).isZero();
    assertThat(quiet.outside()).isZero();
  }
}
