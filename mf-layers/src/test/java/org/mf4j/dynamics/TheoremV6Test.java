package org.mf4j.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TheoremV6Test {
  private static final MemristiveDynamics PAPER = MemristiveDynamics.paper();

  @Test
  void theRatesOfTableIIAreTheStatedOnes() {
    assertThat(TheoremV6.smallestRate(PAPER, 0)).isCloseTo(0.1616, within(5e-5));
    assertThat(TheoremV6.largestRate(PAPER, 0)).isCloseTo(10.224, within(5e-4));
  }

  @Test
  void theRatesBoundPOverTheInterval() {
    for (int i = 0; i <= 1000; i++) {
      double z = 0.35 + 0.8 * i / 1000;
      double p = 1e-4 * Math.exp(10 * z) + 0.5 * Math.exp(-z);
      assertThat(p).isBetween(TheoremV6.smallestRate(PAPER, 0), TheoremV6.largestRate(PAPER, 0));
    }
  }

  @Test
  void holdsForAllTwelvePairsOfTheGrid() {
    for (double gamma : new double[] {0.5, 0.8, 0.95, 1}) {
      for (double deltaT : new double[] {0.001, 0.01, 0.1}) {
        assertThat(TheoremV6.holds(PAPER.withGamma(gamma).withDeltaT(deltaT)))
            .as("gamma %s, deltaT %s", gamma, deltaT)
            .isTrue();
      }
    }
  }

  /** 1 - deltaT 10.224 reaches -1 at deltaT = 0.19562. */
  @Test
  void failsFromTheStepOnWhereEulerDiverges() {
    assertThat(TheoremV6.holds(PAPER.withDeltaT(0.1956))).isTrue();
    assertThat(TheoremV6.holds(PAPER.withDeltaT(0.1957))).isFalse();
    assertThat(TheoremV6.holds(PAPER.withDeltaT(0.1, 0.3))).isFalse();
    assertThat(TheoremV6.holds(PAPER.withoutRescale())).isFalse();
  }

  /**
   * With eta_p = 11 K_p(b_) is 1e-4 exp(12.65) = 31.2, so 1 - deltaT p_max reaches -1 at 0.0634.
   */
  @Test
  void failsWhereTheRatesOfOneNeuronAreTooLarge() {
    assertThat(TheoremV6.holds(PAPER.withDeltaT(0.063).withEtaP(10, 11))).isTrue();
    assertThat(TheoremV6.holds(PAPER.withDeltaT(0.064).withEtaP(10, 11))).isFalse();
    assertThat(TheoremV6.holds(PAPER.withDeltaT(0.1, 0.06).withEtaP(10, 11))).isTrue();
    assertThat(TheoremV6.largestRate(PAPER.withEtaP(10, 11), 1))
        .isCloseTo(1e-4 * Math.exp(12.65) + 0.5 * Math.exp(-0.35), within(1e-9));
    assertThat(TheoremV6.smallestRate(PAPER.withKd0(0.5, 0.2), 1))
        .isCloseTo(1e-4 * Math.exp(3.5) + 0.2 * Math.exp(-1.15), within(1e-12));
  }

  @Test
  void saysWhatItMeans() {
    assertThat(TheoremV6.sentence(PAPER.withDeltaT(0.1, 0.3), Integration.EULER))
        .isEqualTo(
            "Theorem V.6 (gamma - deltaT p_max > -1, gamma - deltaT p_min < 1) fails for gamma ="
                + " 1.0, deltaT = 0.3: use a smaller deltaT or the exact step");
    assertThat(TheoremV6.sentence(PAPER, Integration.EULER))
        .isEqualTo(
            "Theorem V.6 (gamma - deltaT p_max > -1, gamma - deltaT p_min < 1) holds for these"
                + " constants, so an input or a weight is not finite");
    assertThat(TheoremV6.sentence(PAPER.withoutRescale(), Integration.EULER))
        .isEqualTo(
            "without RESCALE the rates are unbounded and Theorem V.6 gives no bound: rescale the"
                + " drive, scale the input down or use the exact step");
    assertThat(TheoremV6.sentence(PAPER.withDeltaT(0.3), Integration.EXACT))
        .isEqualTo("the exact step keeps states in [0, 1], so an input or a weight is not finite");
  }
}
