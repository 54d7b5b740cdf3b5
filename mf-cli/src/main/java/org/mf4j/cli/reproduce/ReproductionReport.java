package org.mf4j.cli.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.cli.output.Words;
import org.mf4j.figures.Figure;
import org.mf4j.figures.gallery.ModelColours;
import org.mf4j.figures.report.Table;
import org.mf4j.figures.results.ScoreBars;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.papers.LoggedTimes;
import org.mf4j.papers.PaperTable;
import org.mf4j.papers.PublishedScore;
import org.mf4j.reproduction.Agreement;
import org.mf4j.reproduction.Reproduced;

/** A reproduced table: ours beside the paper's. */
final class ReproductionReport {
  private ReproductionReport() {}

  /** What was computed, and what was not and why, one sentence each. */
  static PaperReport of(PaperTable table, List<Reproduced> cells, List<String> missing) {
    Table rows =
        Table.of(
            "data set",
            "model",
            "measure",
            "ours",
            "paper",
            "difference (sd)",
            "verdict",
            "baseline",
            "selection",
            "authors' selection",
            "remark");
    for (Reproduced cell : cells) {
      rows = rows.row(row(cell));
    }
    return PaperReport.of(table, rows, notes(table, cells), missing, pictures(cells));
  }

  private static List<String> notes(PaperTable table, List<Reproduced> cells) {
    List<String> notes = new ArrayList<>();
    notes.add("Rule - " + Agreement.RULE);
    notes.add(counts(cells));
    notes.add(
        PaperReport.SELECTION
            + "; the baseline is the majority class or the mean of the training"
            + " targets.");
    notes.addAll(totals(table, cells));
    return notes;
  }

  private static String counts(List<Reproduced> cells) {
    Map<Agreement, Long> counts =
        cells.stream()
            .flatMap(cell -> cell.agreement().stream())
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? "No cell can be compared with the paper."
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().id())
            .collect(Collectors.joining(", ", "Cells: ", "."));
  }

  private static List<String> totals(PaperTable table, List<Reproduced> cells) {
    List<String> lines = new ArrayList<>();
    for (var kind : table.models()) {
      double seconds =
          cells.stream()
              .filter(c -> c.kind() == kind)
              .mapToDouble(Reproduced::selectionSeconds)
              .sum();
      if (seconds > 0) {
        LoggedTimes.allTasks(kind)
            .ifPresent(
                logged ->
                    lines.add(
                        "%s: all selections here took %s; the authors' for their ten tasks %s."
                            .formatted(
                                kind.title(),
                                Words.time(seconds),
                                Words.time(logged.toMillis() / 1000.0))));
      }
    }
    return lines;
  }

  private static Object[] row(Reproduced cell) {
    return new Object[] {
      cell.dataset(),
      cell.kind().title(),
      cell.metric().id(),
      Words.scores(cell.metric(), cell.scores()),
      cell.published().map(ReproductionReport::published).orElse("-"),
      difference(cell),
      cell.agreement().map(Agreement::id).orElse("-"),
      Words.score(cell.metric(), cell.baseline()),
      cell.selection().map(PaperReport::trials).orElseGet(() -> settings(cell)),
      cell.logged().map(time -> Words.time(time.toMillis() / 1000.0)).orElse("-"),
      PaperReport.remark(cell)
    };
  }

  /** Where settings that were not searched come from. */
  private static String settings(Reproduced cell) {
    return cell.kind().preset().isPresent() ? "preset" : "authors'";
  }

  private static String published(PublishedScore score) {
    return score.std() > 0
        ? Words.format("%.3f +- %.3f", score.mean(), score.std())
        : Words.format("%.3f", score.mean());
  }

  private static String difference(Reproduced cell) {
    Optional<PublishedScore> paper = cell.published();
    return paper.isEmpty() || cell.scores().values().isEmpty()
        ? "-"
        : Words.format("%+.1f", Agreement.deviations(cell.scores(), paper.get()));
  }

  /** Bars of the scores, ours beside the paper's, one picture per metric. */
  private static List<Figure> pictures(List<Reproduced> cells) {
    return Stream.of(Metric.values())
        .map(metric -> bars(metric, cells))
        .filter(bars -> !bars.bars().isEmpty())
        .map(ScoreBars::figure)
        .toList();
  }

  private static ScoreBars bars(Metric metric, List<Reproduced> cells) {
    return new ScoreBars(
        "reproduced-" + metric.id(),
        "Ours and published, " + metric.id(),
        metric.axis(),
        cells.stream()
            .filter(cell -> cell.metric() == metric && !cell.scores().values().isEmpty())
            .flatMap(ReproductionReport::bars)
            .toList());
  }

  private static Stream<ScoreBars.Bar> bars(Reproduced cell) {
    String model = cell.kind().title();
    var colour = ModelColours.of(cell.kind());
    Scores ours = cell.scores();
    return Stream.concat(
        Stream.of(
            new ScoreBars.Bar(cell.dataset(), model, colour.color(), ours.mean(), ours.std())),
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
