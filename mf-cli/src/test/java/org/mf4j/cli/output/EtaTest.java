package org.mf4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EtaTest {
  private final Progress.Eta eta = new Progress.Eta();

  @Test
  void knowsNothingBeforeTheFirstStepIsDone() {
    assertThat(eta.left(0, 5, Duration.ofSeconds(7))).isEmpty();
  }

  @Test
  void fallsWhileAStepRunsAndStopsAtTheStepsThatHaveNotBegun() {
    assertThat(eta.left(2, 5, Duration.ofSeconds(20))).hasValue(Duration.ofSeconds(30));
    assertThat(eta.left(2, 5, Duration.ofSeconds(24))).hasValue(Duration.ofSeconds(26));
    assertThat(eta.left(2, 5, Duration.ofSeconds(90))).hasValue(Duration.ofSeconds(20));
    assertThat(eta.left(3, 5, Duration.ofSeconds(90))).hasValue(Duration.ofSeconds(60));
  }

  @Test
  void isZeroAtTheEnd() {
    assertThat(eta.left(5, 5, Duration.ofSeconds(50))).hasValue(Duration.ZERO);
  }
}
