package org.mf4j.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.papers.PublishedScore;

class VerdictTest {
  /** Mean 0.90, sample standard deviation 0.01. */
  private static final Scores OURS = new Scores(List.of(.89, .90, .91));

  /** s = sqrt((0.01^2 + 0.01^2) / 2) = 0.01, so 0.0205 is allowed. */
  @Test
  void twoPooledDeviationsAndTheRoundingAgree() {
    assertThat(verdict(Metric.ACCURACY, .9204, .01)).isEqualTo(Verdict.AGREE);
    assertThat(verdict(Metric.ACCURACY, .9206, .01)).isEqualTo(Verdict.WORSE);
    assertThat(verdict(Metric.ACCURACY, .8796, .01)).isEqualTo(Verdict.AGREE);
    assertThat(verdict(Metric.ACCURACY, .8794, .01)).isEqualTo(Verdict.BETTER);
  }

  @Test
  void lessErrorIsBetter() {
    assertThat(verdict(Metric.RMSE, 1, .01)).isEqualTo(Verdict.BETTER);
    assertThat(verdict(Metric.RMSE, .8, .01)).isEqualTo(Verdict.WORSE);
  }

  @Test
  void withoutDeviationsTheRoundingIsAllowed() {
    Scores exact = new Scores(List.of(.9));
    assertThat(Verdict.of(Metric.ACCURACY, exact, new PublishedScore(.9004, 0)))
        .isEqualTo(Verdict.AGREE);
    assertThat(Verdict.of(Metric.ACCURACY, exact, new PublishedScore(.902, 0)))
        .isEqualTo(Verdict.WORSE);
  }

  @Test
  void theDifferenceIsOursLessThePapers() {
    assertThat(Verdict.deviations(OURS, new PublishedScore(.93, .01))).isCloseTo(-3, within(1e-9));
    assertThat(Verdict.deviations(OURS, new PublishedScore(OURS.mean(), 0))).isZero();
  }

  private static Verdict verdict(Metric metric, double mean, double std) {
    return Verdict.of(metric, OURS, new PublishedScore(mean, std));
  }
}
