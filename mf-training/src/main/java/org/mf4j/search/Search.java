package org.mf4j.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.options.Require;

/**
 * A search over a grid. Trials run side by side, as many as there are {@linkplain
 * org.mf4j.engine.Workers#threads() threads}, each on one of them; the result does not depend on
 * how many. A trial that fails is a result.
 */
public final class Search {
  private final Grid grid;
  private final Objective objective;
  private final Strategy strategy;
  private final int draws;
  private final long seed;

  /**
   * A search.
   *
   * @param grid what there is to try
   * @param objective what configurations are compared by
   * @param strategy which configurations are tried
   * @param draws trials per configuration, at least 1
   * @param seed decides every random number
   * @throws IllegalArgumentException if there is not at least one draw
   */
  public Search(Grid grid, Objective objective, Strategy strategy, int draws, long seed) {
    this.grid = grid;
    this.objective = objective;
    this.strategy = strategy;
    this.draws = Require.positive("draws", draws);
    this.seed = seed;
  }

  /**
   * A search on a set of series.
   *
   * @param grid what there is to try
   * @param train the training set, without missing values
   * @param options how it is searched
   * @throws org.mf4j.data.series.DataException if the set is too small for the validation
   */
  public Search(Grid grid, SeriesSet train, SearchOptions options) {
    this(
        grid,
        new SeriesObjective(train, options.validation(), options.seed()),
        options.strategy(),
        options.draws(),
        options.seed());
  }

  /**
   * What identifies the search, apart from its data and the version of the library: two searches of
   * equal description have equal trials.
   *
   * @return names and values: strings, numbers, and lists and maps of such
   */
  public Map<String, Object> describe() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("model", grid.base().kind().id());
    all.put("settings", grid.base().values());
    all.put("grid", grid.describe());
    all.put("strategy", strategy.describe());
    all.put("validation", objective.describe());
    all.put("draws", draws);
    all.put("seed", seed);
    return all;
  }

  /**
   * Runs the trials that the log has not got.
   *
   * @param log has the results of earlier runs and gets those of this one, as they come
   * @param listener is told how it goes on
   * @param stopped asked between trials and after every epoch; true ends the search, running trials
   *     that are trained are given up
   * @return what was found in this run and those before
   * @throws IOException if the log cannot be written
   * @throws InterruptedException if the thread was interrupted; what is done is in the log
   */
  public SearchResult run(TrialLog log, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    Schedule schedule = strategy.schedule(grid, draws, seed);
    TrialRunner runner = new TrialRunner(log, listener, stopped);
    SearchRun run = new SearchRun(objective, seed, runner);
    Leaderboard leaderboard = new Leaderboard(objective.metric(), runner.results());
    runner.announce(schedule.trials());
    List<Standing> ranked = new ArrayList<>();
    for (int number = 0; number < schedule.rounds() && !runner.isStopped(); number++) {
      Round round = schedule.round(number, configurations(ranked));
      run.complete(round);
      List<Standing> latest = leaderboard.of(round, number);
      ranked.removeIf(old -> latest.stream().anyMatch(one -> isSame(old, one)));
      ranked.addAll(0, latest);
    }
    return new SearchResult(objective.metric(), ranked, runner.results().size(), schedule.trials());
  }

  private static List<Configuration> configurations(List<Standing> ranked) {
    return ranked.stream().map(Standing::configuration).toList();
  }

  /** Rounds may differ in the epochs of a configuration. */
  private static boolean isSame(Standing one, Standing other) {
    return one.configuration().gridId().equals(other.configuration().gridId());
  }
}
