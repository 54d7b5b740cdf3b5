package org.mf4j.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.papers.PublishedScore;

class AgreementTest {
  /** Mean 0.90, sample standard deviation 0.01. */
  private static final Scores OURS = new Scores(List.of(.89, .90, .91));

  /** s = sqrt((0.01^2 + 0.01^2) / 2) = 0.01, so 0.0205 is allowed. */
  @Test
  void twoPooledDeviationsAndTheRoundingAgree() {
    assertThat(agreement(Metric.ACCURACY, .9204, .01)).isEqualTo(Agreement.AGREE);
    assertThat(agreement(Metric.ACCURACY, .9206, .01)).isEqualTo(Agreement.WORSE);
    assertThat(agreement(Metric.ACCURACY, .8796, .01)).isEqualTo(Agreement.AGREE);
    assertThat(agreement(Metric.ACCURACY, .8794, .01)).isEqualTo(Agreement.BETTER);
  }

  @Test
  void lessErrorIsBetter() {
    assertThat(agreement(Metric.RMSE, 1, .01)).isEqualTo(Agreement.BETTER);
    assertThat(agreement(Metric.RMSE, .8, .01)).isEqualTo(Agreement.WORSE);
  }

  @Test
  void withoutDeviationsTheRoundingIsAllowed() {
    Scores exact = new Scores(List.of(.9));
    assertThat(Agreement.of(Metric.ACCURACY, exact, new PublishedScore(.9004, 0)))
        .isEqualTo(Agreement.AGREE);
    assertThat(Agreement.of(Metric.ACCURACY, exact, new PublishedScore(.902, 0)))
        .isEqualTo(Agreement.WORSE);
  }

  @Test
  void theDifferenceIsOursLessThePapers() {
    assertThat(Agreement.deviations(OURS, new PublishedScore(.93, .01)))
        .isCloseTo(-3, within(1e-9));
    assertThat(Agreement.deviations(OURS, new PublishedScore(OURS.mean(), 0))).isZero();
  }

  private static Agreement agreement(Metric metric, double mean, double std) {
    return Agreement.of(metric, OURS, new PublishedScore(mean, std));
  }
}
