package org.mf4j.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MackeyGlassTest {
  /** Until the delay has passed the feedback is a constant and the equation linear. */
  @Test
  void startsWithTheClosedForm() {
    double[] x = MackeyGlass.standard().generate(0, 18);
    double limit = 0.2 * 1.2 / (1 + Math.pow(1.2, 10)) / 0.1;
    for (int t = 0; t <= 17; t++) {
      assertThat(x[t]).isCloseTo(limit + (1.2 - limit) * Math.exp(-0.1 * t), within(1e-9));
    }
  }

  @Test
  void hasOrderFourBeyondTheDelayToo() {
    double exact = atHundred(64);
    double coarse = Math.abs(atHundred(2) - exact);
    double fine = Math.abs(atHundred(4) - exact);
    assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(4, within(0.5));
  }

  private static double atHundred(int stepsPerUnit) {
    return new MackeyGlass(17, 1.2, stepsPerUnit).generate(100, 1)[0];
  }

  /** Euler's method at two small steps, extrapolated to none. */
  @Test
  void agreesWithAPlainLoop() {
    double[] x = MackeyGlass.standard().generate(0, 121);
    double[] coarse = plain(121, 500);
    double[] fine = plain(121, 1000);
    for (int t = 0; t <= 120; t++) {
      assertThat(x[t]).isCloseTo(2 * fine[t] - coarse[t], within(1e-5));
    }
  }

  private static double[] plain(int length, int stepsPerUnit) {
    double[] x = new double[(length - 1) * stepsPerUnit + 1];
    x[0] = 1.2;
    for (int i = 0; i + 1 < x.length; i++) {
      double delayed = i < 17 * stepsPerUnit ? 1.2 : x[i - 17 * stepsPerUnit];
      x[i + 1] = x[i] + (0.2 * delayed / (1 + Math.pow(delayed, 10)) - 0.1 * x[i]) / stepsPerUnit;
    }
    double[] samples = new double[length];
    Arrays.setAll(samples, t -> x[t * stepsPerUnit]);
    return samples;
  }

  @Test
  void discardedSamplesAreThoseBefore() {
    double[] all = MackeyGlass.standard().generate(0, 60);
    assertThat(MackeyGlass.standard().generate(40, 20))
        .containsExactly(Arrays.copyOfRange(all, 40, 60));
  }

  @Test
  void refusesADelayBetweenSteps() {
    assertThatThrownBy(() -> new MackeyGlass(17.05, 1.2, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tau = 17.05: must be a multiple of the step 1/10");
  }
}
