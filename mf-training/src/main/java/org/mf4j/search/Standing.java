package org.mf4j.search;

import java.util.List;
import org.mf4j.models.Scores;

/**
 * How a configuration did.
 *
 * @param configuration the configuration
 * @param round the last round that it took part in, from 0; only halving has more than one
 * @param scores of the draws that succeeded
 * @param failures the reasons of those that failed
 * @param seconds of all its trials
 */
public record Standing(
    Configuration configuration, int round, Scores scores, List<String> failures, double seconds) {
  /** The failures are a copy. */
  public Standing {
    failures = List.copyOf(failures);
  }
}
