package org.mf4j.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;

class Narma10Test {
  /** y with the indices of the definition; what lies before the start is zero. */
  @Test
  void followsTheRecursion() {
    Narma10 narma = Narma10.generate(300, new SeededRandom(5));
    double[] u = new double[310];
    System.arraycopy(narma.input(), 0, u, 10, 300);
    double[] y = new double[311];
    for (int t = 10; t < 310; t++) {
      double sum = 0;
      for (int i = 0; i <= 9; i++) {
        sum += y[t - i];
      }
      y[t + 1] = 0.3 * y[t] + 0.05 * y[t] * sum + 1.5 * u[t - 9] * u[t] + 0.1;
    }
    assertThat(narma.output()).containsExactly(Arrays.copyOfRange(y, 11, 311), within(1e-12));
  }

  @Test
  void theInputIsUniform() {
    double[] u = Narma10.generate(10_000, new SeededRandom(2)).input();
    assertThat(Arrays.stream(u)).allMatch(value -> value >= 0 && value < 0.5);
    assertThat(Arrays.stream(u).average().orElseThrow()).isCloseTo(0.25, within(0.005));
  }

  @Test
  void theSeedDecides() {
    assertThat(Narma10.generate(50, new SeededRandom(1)).output())
        .containsExactly(Narma10.generate(50, new SeededRandom(1)).output())
        .isNotEqualTo(Narma10.generate(50, new SeededRandom(2)).output());
  }

  /** At the largest input of all the recursion has no fixed point. */
  @Test
  void anInputThatDrivesTheSystemToInfinityIsNoticed() {
    double[] u = new double[200];
    Arrays.fill(u, 0.5);
    assertThat(Narma10.respond(u)[199]).isInfinite();
    for (long seed = 0; seed < 20; seed++) {
      assertThat(Arrays.stream(Narma10.generate(2000, new SeededRandom(seed)).output()))
          .allMatch(y -> y > 0 && y < 2);
    }
  }
}
