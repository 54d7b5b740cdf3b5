package org.mf4j.search;

import java.util.List;
import java.util.Optional;
import org.mf4j.models.Metric;

/**
 * What a search found.
 *
 * @param metric how scores are to be read
 * @param standings the configurations that were tried, best first
 * @param done how many trials have a result
 * @param trials how many the search has
 */
public record SearchResult(Metric metric, List<Standing> standings, int done, int trials) {
  /** The standings are a copy. */
  public SearchResult {
    standings = List.copyOf(standings);
  }

  /**
   * Whether all trials are done.
   *
   * @return false if the search was stopped
   */
  public boolean isComplete() {
    return done == trials;
  }

  /**
   * The best configuration.
   *
   * @return empty if no configuration has succeeded in all its trials
   */
  public Optional<Standing> best() {
    return standings.stream().filter(standing -> standing.failures().isEmpty()).findFirst();
  }

  /**
   * How many configurations failed in one trial at least.
   *
   * @return 0 for none
   */
  public int failedConfigurations() {
    return (int) standings.stream().filter(standing -> !standing.failures().isEmpty()).count();
  }

  /**
   * The wall-clock time of all trials, as if they had run one after the other.
   *
   * @return seconds
   */
  public double trialSeconds() {
    return standings.stream().mapToDouble(Standing::seconds).sum();
  }
}
