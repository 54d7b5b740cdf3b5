package org.mf4j.search;

import java.util.List;

/** The rounds of one search. Immutable: the same results lead to the same rounds. */
interface Schedule {
  /** {@return how many rounds there are, at least 1} */
  int rounds();

  /**
   * A round.
   *
   * @param number from 0
   * @param ranked the configurations of the round before, best first; not looked at in round 0
   */
  Round round(int number, List<Configuration> ranked);

  /** {@return the trials that are run in all, those of earlier rounds counted once} */
  int trials();

  /** One round only. */
  static Schedule single(Round round) {
    return new Schedule() {
      @Override
      public int rounds() {
        return 1;
      }

      @Override
      public Round round(int number, List<Configuration> ranked) {
        return round;
      }

      @Override
      public int trials() {
        return round.trials();
      }
    };
  }
}
