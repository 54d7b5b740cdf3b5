package org.mf4j.cli.reproduce;

import java.util.List;
import java.util.stream.Stream;
import org.mf4j.figures.Figure;
import org.mf4j.figures.gallery.ModelColours;
import org.mf4j.figures.results.ScoreBars;
import org.mf4j.models.Metric;
import org.mf4j.reproduction.Cell;

/**
 * Bars of the scores of a table, ours beside the paper's, one picture per metric.
 *
 * @param cells what was computed
 */
record ReproductionPictures(List<Cell> cells) {
  List<Figure> figures() {
    return Stream.of(Metric.values())
        .map(this::bars)
        .filter(bars -> !bars.bars().isEmpty())
        .map(ScoreBars::figure)
        .toList();
  }

  private ScoreBars bars(Metric metric) {
    return new ScoreBars(
        "reproduced-" + metric.id(),
        "Ours and published, " + metric.id(),
        metric == Metric.ACCURACY ? "test accuracy" : "test RMSE (units of the target)",
        cells.stream()
            .filter(cell -> cell.metric() == metric && !cell.scores().values().isEmpty())
            .flatMap(ReproductionPictures::bars)
            .toList());
  }

  private static Stream<ScoreBars.Bar> bars(Cell cell) {
    String model = cell.kind().title();
    var colour = ModelColours.of(cell.kind());
    return Stream.concat(
        Stream.of(
            new ScoreBars.Bar(
                cell.dataset(), model, colour.color(), cell.scores().mean(), cell.scores().std())),
        cell.published().stream()
            .map(
                paper ->
                    new ScoreBars.Bar(
                        cell.dataset(),
                        model + " (paper)",
                        colour.tint(),
                        paper.mean(),
                        paper.std())));
  }
}
