package org.mf4j.cli.search;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.cli.output.Words;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.Baseline;
import org.mf4j.search.Grid;
import org.mf4j.search.SearchOptions;

/**
 * What a search searches, as its reports state it.
 *
 * @param train the training set
 * @param grid the configurations
 * @param options how they are searched
 * @param baselineScore the score of the baseline on what the configurations are compared on, the
 *     mean over the splits
 */
record SearchSetup(SeriesSet train, Grid grid, SearchOptions options, double baselineScore) {
  static SearchSetup of(SeriesSet train, Grid grid, SearchOptions options) {
    double score =
        options.validation().splits(train, options.seed()).stream()
            .mapToDouble(split -> Baseline.of(split.train()).score(split.validation()))
            .average()
            .orElseThrow();
    return new SearchSetup(train, grid, options, score);
  }

  /** The data set, the grid and the baseline. */
  List<String> header() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.format(
            "%s: %d training series; %s of %d of %s, %d draw%s each, %s",
            train.name(),
            train.size(),
            options.strategy().describe(),
            grid.size(),
            grid.base().kind().id(),
            options.draws(),
            options.draws() == 1 ? "" : "s",
            options.validation().describe()));
    grid.describe().forEach((name, values) -> lines.add("  " + name + " " + values));
    lines.add(Words.baseline(Baseline.of(train), baselineScore));
    return lines;
  }
}
