package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void endsAfterThatManyEpochsWithoutANewLow() {
    assertThat(epochs(2, 5, 4, 4.5, 4.5, 1)).isEqualTo(4);
  }

  @Test
  void aNewLowStartsTheCountAgain() {
    assertThat(epochs(2, 5, 4, 4.5, 3, 3.5, 3.5, 1)).isEqualTo(6);
  }

  @Test
  void theSameLossIsNoNewLow() {
    assertThat(epochs(3, 5, 5, 5, 5, 1)).isEqualTo(4);
  }

  @Test
  void aLimitOfZeroNeverEnds() {
    assertThat(epochs(0, 1, 2, 3, 4, 5)).isEqualTo(6);
  }

  private static long epochs(int limit, double... losses) {
    Trainer.Patience patience = new Trainer.Patience(limit);
    return 1 + DoubleStream.of(losses).takeWhile(loss -> !patience.endsAfter(loss)).count();
  }
}
