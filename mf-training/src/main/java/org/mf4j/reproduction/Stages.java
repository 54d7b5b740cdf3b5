package org.mf4j.reproduction;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Split;
import org.mf4j.models.ModelSettings;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchOptions;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Strategy;
import org.mf4j.search.Validation;
import org.mf4j.search.journal.Journals;

/**
 * The two stages of the papers' protocol on one data set: settings are selected on a stratified
 * fifth of the training set; then several trials learn from all of it and are scored on the test
 * set.
 *
 * @param data the data set, as the models see it
 * @param transforms what was done to its series, as the command line takes it; empty for nothing
 * @param journals where the trials are kept
 * @param seed decides every random number
 */
record Stages(DatasetSplit data, String transforms, Journals journals, long seed) {
  /** Compares the settings of a grid. */
  SearchResult select(
      String name,
      Grid grid,
      Strategy strategy,
      int draws,
      SearchListener listener,
      BooleanSupplier stopped)
      throws IOException, InterruptedException {
    Validation fifth = new Validation.HoldOut(Split.VALIDATION_FRACTION);
    return run(name, grid, new SearchOptions(strategy, fifth, draws, seed), listener, stopped);
  }

  /** Scores settings on the test set. */
  SearchResult trials(
      String name,
      ModelSettings settings,
      int trials,
      SearchListener listener,
      BooleanSupplier stopped)
      throws IOException, InterruptedException {
    SearchOptions options =
        new SearchOptions(
            new Strategy.Exhaustive(), new Validation.TestSet(data.test()), trials, seed);
    return run(name, new Grid(settings, List.of()), options, listener, stopped);
  }

  private SearchResult run(
      String name, Grid grid, SearchOptions options, SearchListener listener, BooleanSupplier stop)
      throws IOException, InterruptedException {
    Search search = new Search(grid, data.train(), options);
    return journals.run(name, search, identity(), listener, stop);
  }

  private Map<String, Object> identity() {
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("data", data.sha256());
    if (!transforms.isEmpty()) {
      identity.put("transforms", transforms);
    }
    return identity;
  }
}
