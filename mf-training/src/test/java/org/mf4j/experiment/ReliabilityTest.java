package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {
  /** By hand: bins [.6, .7) with .65 and .61, right once; [.9, 1] with 1, right. */
  @Test
  void binsAndErrorsAreThoseOfTheDefinitions() {
    Reliability found =
        Reliability.of(new double[] {0, 1, 1}, new double[][] {{.65, .35}, {.61, .39}, {0, 1}});
    assertThat(found.bins()).hasSize(2);
    assertThat(found.bins().get(0).size()).isEqualTo(2);
    assertThat(found.bins().get(0).confidence()).isCloseTo(.63, within(1e-12));
    assertThat(found.bins().get(0).accuracy()).isEqualTo(.5);
    assertThat(found.bins().get(1)).isEqualTo(new Reliability.Bin(1, 1, 1));
    assertThat(found.calibrationError()).isCloseTo(2 / 3.0 * .13, within(1e-12));
    assertThat(found.logLoss()).isCloseTo(-(Math.log(.65) + Math.log(.39)) / 3, within(1e-12));
  }

  @Test
  void aClassThatWasRuledOutCostsMuchButNotEverything() {
    assertThat(Reliability.of(new double[] {1}, new double[][] {{1, 0}}).logLoss())
        .isCloseTo(-Math.log(1e-15), within(1e-9));
  }

  @Test
  void everySeriesHasProbabilities() {
    assertThatThrownBy(() -> Reliability.of(new double[] {1, 0}, new double[][] {{1, 0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("probabilities: of 1 series for 2 targets");
  }
}
