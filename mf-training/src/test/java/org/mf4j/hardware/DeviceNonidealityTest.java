package org.mf4j.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.options.Distribution;
import org.mf4j.random.SeededRandom;

class DeviceNonidealityTest {
  private static final int N = 20_000;
  private static final Conductance RANGE = new Conductance(1e-6, 5e-5);

  private static double[] sample(DeviceNonideality how, double g) {
    SeededRandom random = new SeededRandom(5);
    return DoubleStream.generate(() -> how.deviate(g, RANGE, random)).limit(N).toArray();
  }

  @Test
  void levelsAreEvenlySpacedAndTheNearestIsTaken() {
    for (int bits = 1; bits <= 8; bits++) {
      Levels levels = new Levels(bits);
      int steps = (int) Math.pow(2, bits) - 1;
      for (int k = 0; k <= steps; k++) {
        double level = (double) k / steps;
        assertThat(levels.deviate(level, RANGE, null)).isEqualTo(level);
        assertThat(levels.deviate(level + 0.49 / steps, RANGE, null)).isEqualTo(Math.min(1, level));
        assertThat(levels.deviate(level - 0.49 / steps, RANGE, null)).isEqualTo(level);
      }
    }
  }

  @Test
  void programmingNoiseHasTheDeviationOfItsPolynomial() {
    Moments.assertNormal(sample(new ProgrammingNoise(0.02), 0.5), 0.5, 0.02);
    ProgrammingNoise memory = ProgrammingNoise.phaseChangeMemory();
    double atHalf = (0.26348 + 1.9650 * 0.5 - 1.1731 * 0.25) / 25;
    Moments.assertNormal(sample(memory, 0.5), 0.5, atHalf);
    assertThat(memory.sigma(0)).isEqualTo(0.26348 / 25);
  }

  /** E max(a, X) = a Phi(t) + m (1 - Phi(t)) + s phi(t), t = (a - m) / s, for X from N(m, s^2). */
  @Test
  void noConductanceIsNegative() {
    double zero = -1e-6 / 4.9e-5;
    double[] sample = sample(new ProgrammingNoise(0.05), 0);
    assertThat(Arrays.stream(sample).min().orElseThrow()).isCloseTo(zero, within(1e-12));
    double t = zero / 0.05;
    double phi = Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
    // The cumulative normal distribution at t = -0.40816 by its series, to 1e-8.
    double cumulative = 0.5;
    double term = t;
    for (int k = 0; k < 20; k++) {
      cumulative += term / (2 * k + 1) / Math.sqrt(2 * Math.PI);
      term *= -t * t / (2 * (k + 1));
    }
    double expected = zero * cumulative + 0.05 * phi;
    assertThat(Arrays.stream(sample).average().orElseThrow())
        .isCloseTo(expected, within(2.576 * 0.05 / Math.sqrt(N)));
  }

  @Test
  void relativeNoiseIsNormalInTheLogarithmOfSiemens() {
    double target = Math.log(RANGE.siemens(0.3));
    double[] logarithms =
        Arrays.stream(sample(new RelativeNoise(0.2), 0.3))
            .map(g -> Math.log(RANGE.siemens(g)))
            .toArray();
    Moments.assertNormal(logarithms, target, 0.2);
  }

  /** ln G(t) = ln G(t_0) - nu ln(t/t_0). */
  @Test
  void driftIsAPowerOfTimeInSiemens() {
    double[] logarithms =
        Arrays.stream(sample(new Drift(1000), 0.8))
            .map(g -> Math.log(RANGE.siemens(g) / RANGE.siemens(0.8)))
            .toArray();
    Moments.assertNormal(logarithms, -0.05 * Math.log(1000), 0.02 * Math.log(1000));
    double halved = new Drift(4, new Distribution.Constant(0.5)).deviate(0.8, RANGE, null);
    assertThat(RANGE.siemens(halved)).isCloseTo(RANGE.siemens(0.8) / 2, within(1e-18));
    assertThat(new Drift(1).deviate(0.8, RANGE, new SeededRandom(1))).isEqualTo(0.8, within(1e-15));
  }

  @Test
  void devicesAreStuckWithTheirProbabilities() {
    double[] sample = sample(new StuckDevices(0.1, 0.3), 0.4);
    Moments.assertShare(Arrays.stream(sample).filter(g -> g == 1).count(), N, 0.1);
    Moments.assertShare(Arrays.stream(sample).filter(g -> g == 0).count(), N, 0.3);
    Moments.assertShare(Arrays.stream(sample).filter(g -> g == 0.4).count(), N, 0.6);
  }

  @Test
  void messagesNameFieldValueAndRange() {
    assertThatThrownBy(() -> new Levels(0)).hasMessage("bits = 0: must be in [1, 16]");
    assertThatThrownBy(() -> new ProgrammingNoise(-0.1)).hasMessageStartingWith("sigma(g) = -0.1");
    assertThatThrownBy(() -> new RelativeNoise(-1)).hasMessageStartingWith("s = -1.0");
    assertThatThrownBy(() -> new Drift(0.5)).hasMessageStartingWith("ratio = 0.5");
    assertThatThrownBy(() -> new StuckDevices(0.7, 0.4)).hasMessageStartingWith("on = 0.7, off");
    assertThatThrownBy(() -> new ReadNoise(Double.NaN)).hasMessageStartingWith("sigma = NaN");
    assertThatThrownBy(() -> new DeadNeurons(1.5)).hasMessage("share = 1.5: must be in [0, 1]");
    assertThatThrownBy(() -> new Spread(-1, 0)).hasMessageStartingWith("rates = -1.0");
  }
}
