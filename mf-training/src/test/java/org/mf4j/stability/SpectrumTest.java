package org.mf4j.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.random.SeededRandom;

class SpectrumTest {
  @Test
  void eigenvaluesOfKnownMatrices() {
    // A ring of weight r: the N-th roots of r^N.
    int n = 7;
    double[][] ring = new double[n][n];
    for (int i = 0; i < n; i++) {
      ring[(i + 1) % n][i] = 0.9;
    }
    Spectrum spectrum = Spectrum.of(ring);
    assertThat(spectrum.size()).isEqualTo(n);
    for (int i = 0; i < n; i++) {
      double re = spectrum.real()[i];
      double im = spectrum.imaginary()[i];
      assertThat(Math.hypot(re, im)).isCloseTo(0.9, within(1e-12));
      double turns = Math.atan2(im, re) / (2 * Math.PI) * n;
      assertThat(turns).isCloseTo(Math.rint(turns), within(1e-9));
    }
    double[] real = Spectrum.of(new double[][] {{3, 100}, {0, -4}}).real();
    Arrays.sort(real);
    assertThat(real).containsExactly(new double[] {-4, 3}, within(1e-12));
    assertThat(Spectrum.of(new double[][] {{3, 100}, {0, -4}}).radius())
        .isCloseTo(4, within(1e-12));
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    assertThatThrownBy(() -> Spectrum.of(new double[][] {{Double.NaN, 1}, {1, 1}}))
        .isInstanceOf(ArithmeticException.class);
  }

  @Property(tries = 30, seed = "20250117", shrinking = ShrinkingMode.OFF)
  void theDiscsHoldAllEigenvalues(
      @ForAll @IntRange(min = 1, max = 30) int units,
      @ForAll Integration integration,
      @ForAll long seed) {
    SeededRandom random = new SeededRandom(seed);
    MemristiveDynamics dynamics = PlainNetwork.heterogeneous(units, 0.5, 0.1, random);
    MemristiveMap map =
        new MemristiveMap(dynamics, integration, PlainNetwork.weights(1, units, 2, seed));
    double[] state = PlainNetwork.uniform(units, 0, 1, random);
    double[] input = {random.uniform(-1, 1)};
    Spectrum spectrum = Spectrum.of(map.jacobian(state, input));
    BauerFikeDiscs discs = BauerFikeDiscs.at(map, state, input);
    for (int i = 0; i < units; i++) {
      assertThat(discs.distance(spectrum.real()[i], spectrum.imaginary()[i]))
          .isLessThanOrEqualTo(discs.radius() + 1e-12);
    }
    if (integration == Integration.EULER) {
      assertThat(discs.radius())
          .isLessThanOrEqualTo(
              TheoremV3.perUnitOfCoupling(dynamics)
                  * Coupling.of(PlainNetwork.weights(1, units, 2, seed)).spectralNorm());
    }
  }
}
