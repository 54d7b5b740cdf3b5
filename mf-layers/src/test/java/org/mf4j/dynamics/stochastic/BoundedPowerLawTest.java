package org.mf4j.dynamics.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedPowerLawTest {
  /** The integral of A^-alpha by the midpoint rule, up to the quantile, is the probability. */
  @Test
  void theDensityBelowAQuantileSumsToItsProbability() {
    for (double alpha : new double[] {2.78, 1, 0, -1}) {
      BoundedPowerLaw law = new BoundedPowerLaw(alpha, 0.5, 4);
      double whole = integral(alpha, 4);
      for (double p : new double[] {0.1, 0.5, 0.9}) {
        assertThat(integral(alpha, law.quantile(p)) / whole).isCloseTo(p, within(1e-6));
      }
      assertThat(law.quantile(0)).isEqualTo(0.5);
      assertThat(law.quantile(1)).isEqualTo(4, within(1e-12));
    }
  }

  @Test
  void momentsAreMeansOverTheQuantiles() {
    for (double alpha : new double[] {2.78, 3, 2, 1, -1}) {
      BoundedPowerLaw law = new BoundedPowerLaw(alpha, 0.5, 4);
      int n = 100_000;
      double mean = 0;
      double square = 0;
      for (int i = 0; i < n; i++) {
        double a = law.quantile((i + 0.5) / n);
        mean += a / n;
        square += a * a / n;
      }
      assertThat(law.moment(1)).isCloseTo(mean, within(1e-6));
      assertThat(law.moment(2)).isCloseTo(square, within(1e-5));
    }
  }

  private static double integral(double alpha, double end) {
    int n = 20_000;
    double width = (end - 0.5) / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.pow(0.5 + (i + 0.5) * width, -alpha) * width;
    }
    return sum;
  }

  @Test
  void refusesBoundsThatAreNone() {
    assertThatThrownBy(() -> new BoundedPowerLaw(2, 0, 1)).hasMessageContaining("[0.0, 1.0]");
    assertThatThrownBy(() -> new BoundedPowerLaw(2, 3, 1)).hasMessageContaining("[3.0, 1.0]");
    assertThatThrownBy(() -> new BoundedPowerLaw(Double.NaN, 1, 2)).hasMessageContaining("alpha");
  }
}
