package org.mf4j.cli.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mf4j.figures.text.TextTable;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.papers.LoggedTimes;
import org.mf4j.papers.PaperTable;
import org.mf4j.papers.PublishedScore;
import org.mf4j.reproduction.Cell;
import org.mf4j.reproduction.Verdict;

/**
 * A reproduced table: ours beside the paper's.
 *
 * @param table what is reproduced
 * @param cells what was computed
 * @param missing what was not, and why, one sentence each
 */
public record ReproductionReport(PaperTable table, List<Cell> cells, List<String> missing) {
  private static final List<String> HEADER =
      List.of(
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

  /** Copies. */
  public ReproductionReport {
    cells = List.copyOf(cells);
    missing = List.copyOf(missing);
  }

  /**
   * The table as plain text, with what is to be said of it.
   *
   * @return the lines
   */
  public List<String> text() {
    TextTable text = new TextTable(HEADER.size());
    rows().forEach(row -> text.add(row.toArray(new String[0])));
    List<String> lines = new ArrayList<>(text.lines());
    lines.add("");
    lines.addAll(notes());
    return lines;
  }

  /** The cells of the table, the header first. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    cells.forEach(cell -> rows.add(row(cell)));
    return rows;
  }

  /** How to read the table, what agrees, and what is missing. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("Rule - " + Verdict.RULE);
    notes.add(counts());
    notes.add(
        "Selection is the time of all its trials, as if they had run one after the other;"
            + " the baseline is the majority class or the mean of the training targets.");
    notes.addAll(totals());
    missing.forEach(sentence -> notes.add("Not reproduced: " + sentence));
    return notes;
  }

  private String counts() {
    Map<Verdict, Long> counts =
        cells.stream()
            .flatMap(cell -> cell.verdict().stream())
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? "No cell can be compared with the paper."
        : counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().id())
            .collect(Collectors.joining(", ", "Cells: ", "."));
  }

  private List<String> totals() {
    List<String> lines = new ArrayList<>();
    for (var kind : table.models()) {
      double seconds =
          cells.stream().filter(c -> c.kind() == kind).mapToDouble(Cell::selectionSeconds).sum();
      if (seconds > 0) {
        LoggedTimes.allTasks(kind)
            .ifPresent(
                logged ->
                    lines.add(
                        "%s: all selections here took %s; the authors' for their ten tasks %s."
                            .formatted(kind.title(), time(seconds), time(logged))));
      }
    }
    return lines;
  }

  private static List<String> row(Cell cell) {
    return List.of(
        cell.dataset(),
        cell.kind().title(),
        cell.metric().id(),
        measured(cell.metric(), cell.scores()),
        cell.published().map(ReproductionReport::published).orElse("-"),
        difference(cell),
        cell.verdict().map(Verdict::id).orElse("-"),
        BaselineText.score(cell.metric(), cell.baseline()),
        cell.selection()
            .map(s -> "%d trials, %s".formatted(s.trials(), time(s.trialSeconds())))
            .orElse("authors'"),
        cell.logged().map(ReproductionReport::time).orElse("-"),
        remark(cell));
  }

  private static String measured(Metric metric, Scores scores) {
    return scores.values().isEmpty()
        ? "-"
        : BaselineText.score(metric, scores.mean())
            + " +- "
            + BaselineText.score(metric, scores.std());
  }

  private static String published(PublishedScore score) {
    return score.std() > 0
        ? String.format(Locale.ROOT, "%.3f +- %.3f", score.mean(), score.std())
        : String.format(Locale.ROOT, "%.3f", score.mean());
  }

  private static String difference(Cell cell) {
    Optional<PublishedScore> paper = cell.published();
    return paper.isEmpty() || cell.scores().values().isEmpty()
        ? "-"
        : String.format(Locale.ROOT, "%+.1f", Verdict.deviations(cell.scores(), paper.get()));
  }

  private static String remark(Cell cell) {
    if (cell.failures() > 0) {
      return cell.failures() + " trials failed";
    }
    return BaselineText.remark(cell.metric(), cell.scores().mean(), cell.baseline());
  }

  private static String time(Duration duration) {
    return time(duration.toMillis() / 1000.0);
  }

  private static String time(double seconds) {
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.1f min", seconds / 60);
  }
}
