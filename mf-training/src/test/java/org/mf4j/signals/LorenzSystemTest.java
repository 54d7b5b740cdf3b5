package org.mf4j.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LorenzSystemTest {
  private static final LorenzSystem LORENZ = LorenzSystem.lorenz63();

  @Test
  void staysAtItsFixedPoints() {
    double x = Math.sqrt(8.0 / 3 * 27);
    double[][] samples = LORENZ.generate(x, x, 27, 10, 5);
    assertThat(samples[0]).hasSize(5).containsOnly(new double[] {x}, within(1e-9));
    assertThat(samples[2]).containsOnly(new double[] {27}, within(1e-9));
  }

  /** On the z axis the equations are linear: z(t) = z(0) exp(-beta t). */
  @Test
  void decaysOnTheAxisAsTheExponential() {
    double[][] samples = LORENZ.generate(0, 0, 20, 0, 51);
    assertThat(samples[0]).containsOnly(0);
    assertThat(samples[2][0]).isEqualTo(20);
    assertThat(samples[2][50]).isCloseTo(20 * Math.exp(-8.0 / 3), within(1e-8));
  }

  @Test
  void hasOrderFour() {
    double[] errors = new double[2];
    double exact = atTimeOne(512);
    for (int i = 0; i < 2; i++) {
      errors[i] = Math.abs(atTimeOne(i == 0 ? 32 : 64) - exact);
    }
    assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isCloseTo(4, within(0.4));
  }

  private static double atTimeOne(int stepsPerSample) {
    return new LorenzSystem(10, 28, 8.0 / 3, 0.1, stepsPerSample).generate(1, 2, 3, 10, 1)[0][0];
  }

  /** Benettin's method: the growth of a small distance that is shortened again at every sample. */
  @Test
  void hasTheKnownLyapunovExponent() {
    double distance = 1e-7;
    double[][] start = LORENZ.generate(1, 1, 1, 1000, 1);
    double[] a = {start[0][0], start[1][0], start[2][0]};
    double[] b = {a[0] + distance, a[1], a[2]};
    double sum = 0;
    int samples = 40_000;
    for (int t = 0; t < samples; t++) {
      a = next(a);
      b = next(b);
      double grown = Math.hypot(Math.hypot(b[0] - a[0], b[1] - a[1]), b[2] - a[2]);
      sum += Math.log(grown / distance);
      for (int c = 0; c < 3; c++) {
        b[c] = a[c] + (b[c] - a[c]) * distance / grown;
      }
    }
    double exponent = sum / (samples * LORENZ.interval());
    assertThat(exponent).isCloseTo(LorenzSystem.LORENZ63_EXPONENT, within(0.03));
  }

  private static double[] next(double[] state) {
    double[][] two = LORENZ.generate(state[0], state[1], state[2], 1, 1);
    return new double[] {two[0][0], two[1][0], two[2][0]};
  }

  @Test
  void refusesAnIntervalOfNothing() {
    assertThatThrownBy(() -> new LorenzSystem(10, 28, 2, 0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interval = 0.0");
  }
}
