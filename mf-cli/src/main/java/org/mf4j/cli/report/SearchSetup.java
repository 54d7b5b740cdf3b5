package org.mf4j.cli.report;

import java.util.List;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.models.Baseline;
import org.mf4j.search.Grid;
import org.mf4j.search.SearchOptions;

/**
 * What a search searches, as its reports state it.
 *
 * @param train the training set
 * @param grid the configurations
 * @param options how they are searched
 */
public record SearchSetup(SeriesSet train, Grid grid, SearchOptions options) {
  /**
   * The score of the baseline on what the configurations are compared on.
   *
   * @return the mean over the splits
   */
  public double baselineScore() {
    List<Split> splits = options.validation().splits(train, options.seed());
    return splits.stream()
        .mapToDouble(split -> Baseline.of(split.train()).score(split.validation()))
        .average()
        .orElseThrow();
  }
}
