package org.mf4j.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;

/**
 * Ranks configurations: those that reached a later round first, then those without failures, then
 * by mean score; equals stay in the order of the grid.
 */
final class Leaderboard {
  private final Metric metric;
  private final Map<TrialKey, TrialResult> results;

  Leaderboard(Metric metric, Map<TrialKey, TrialResult> results) {
    this.metric = metric;
    this.results = results;
  }

  /** The configurations of one round that have a result, best first. */
  List<Standing> of(Round round, int number) {
    List<Standing> standings = new ArrayList<>();
    for (Configuration configuration : round.configurations()) {
      Standing standing = standing(configuration, round.draws(), number);
      if (!standing.scores().values().isEmpty() || !standing.failures().isEmpty()) {
        standings.add(standing);
      }
    }
    standings.sort(
        Comparator.<Standing>comparingInt(standing -> standing.failures().isEmpty() ? 0 : 1)
            .thenComparing(Standing::scores, this::compare));
    return standings;
  }

  private Standing standing(Configuration configuration, int draws, int round) {
    List<Double> scores = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    double seconds = 0;
    for (int draw = 0; draw < draws; draw++) {
      TrialResult result = results.get(new TrialKey(configuration.id(), draw));
      if (result != null) {
        result.score().ifPresent(scores::add);
        result.failure().ifPresent(failures::add);
        seconds += result.seconds();
      }
    }
    return new Standing(configuration, round, new Scores(scores), failures, seconds);
  }

  private int compare(Scores one, Scores other) {
    if (metric.isBetter(one.mean(), other.mean())) {
      return -1;
    }
    if (metric.isBetter(other.mean(), one.mean())) {
      return 1;
    }
    // A configuration all of whose trials failed has no mean.
    return Boolean.compare(one.values().isEmpty(), other.values().isEmpty());
  }
}
