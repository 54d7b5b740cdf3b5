package org.mf4j.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaserLikeTest {
  /** Euler's method with tiny steps, extrapolated: far from exact, and of other code. */
  @Test
  void isTheSquareOfTheFieldOfTheLorenzEquations() {
    double[] samples = LaserLike.generate(0, 6);
    for (int t = 0; t < samples.length; t++) {
      double coarse = plainField(t, 1e-4);
      double fine = plainField(t, 5e-5);
      assertThat(samples[t]).isCloseTo(Math.pow(2 * fine - coarse, 2), within(1e-4));
    }
  }

  private static double plainField(int sample, double h) {
    double x = 1;
    double y = 1;
    double z = 0;
    for (long i = 0; i < Math.round(sample * 0.4 / h); i++) {
      double nextX = x + h * 2 * (y - x);
      double nextY = y + h * (x * (15 - z) - y);
      z += h * (x * y - 0.25 * z);
      x = nextX;
      y = nextY;
    }
    return x;
  }

  @Test
  void pulsesIrregularlyAboutEverySevenSamples() {
    double[] intensity = LaserLike.generate(1000, 4000);
    List<Double> peaks = new ArrayList<>();
    for (int t = 1; t + 1 < intensity.length; t++) {
      if (intensity[t] > intensity[t - 1] && intensity[t] >= intensity[t + 1]) {
        peaks.add(intensity[t]);
      }
    }
    assertThat(4000.0 / peaks.size()).isBetween(6.0, 9.0);
    double largest = Collections.max(peaks);
    assertThat(peaks).anyMatch(peak -> peak < largest / 3);
    assertThat(Arrays.stream(intensity)).allMatch(value -> value >= 0);
  }
}
