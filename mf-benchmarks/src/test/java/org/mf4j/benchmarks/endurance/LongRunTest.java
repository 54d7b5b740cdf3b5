package org.mf4j.benchmarks.endurance;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class LongRunTest {
  /** That a series at once and in pieces ends in the same state is checked on the way. */
  @Test
  void theSizesRun() {
    assertThatCode(() -> LongRun.main(new String[] {"sizes", "1000"})).doesNotThrowAnyException();
  }
}
