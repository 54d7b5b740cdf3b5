package org.mf4j.search;

import java.util.List;

/**
 * Trials whose results are awaited before more are decided on.
 *
 * @param configurations the candidates
 * @param draws every candidate has the draws 0 to draws - 1, of which earlier rounds may have run
 *     some
 */
record Round(List<Configuration> configurations, int draws) {
  Round {
    configurations = List.copyOf(configurations);
  }

  int trials() {
    return Math.multiplyExact(configurations.size(), draws);
  }
}
