package org.mf4j.cli.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mf4j.cli.text.BaselineText;
import org.mf4j.figures.Figure;
import org.mf4j.models.ModelKind;
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
public record ReproductionReport(PaperTable table, List<Cell> cells, List<String> missing)
    implements PaperReport {
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

  @Override
  public String title() {
    return table.title() + ", reproduced";
  }

  @Override
  public List<Figure> figures() {
    return new ReproductionPictures(cells).figures();
  }

  @Override
  public List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    cells.forEach(cell -> rows.add(row(cell)));
    return rows;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("Rule - " + Verdict.RULE);
    notes.add(counts());
    notes.add(
        CellText.SELECTION
            + "; the baseline is the majority class or the mean of the training"
            + " targets.");
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
                            .formatted(
                                kind.title(), CellText.time(seconds), CellText.time(logged))));
      }
    }
    return lines;
  }

  private static List<String> row(Cell cell) {
    return List.of(
        cell.dataset(),
        cell.kind().title(),
        cell.metric().id(),
        CellText.measured(cell.metric(), cell.scores()),
        cell.published().map(ReproductionReport::published).orElse("-"),
        difference(cell),
        cell.verdict().map(Verdict::id).orElse("-"),
        BaselineText.score(cell.metric(), cell.baseline()),
        cell.selection().map(CellText::trials).orElseGet(() -> settings(cell)),
        cell.logged().map(CellText::time).orElse("-"),
        CellText.remark(cell));
  }

  /** Where settings that were not searched come from. */
  private static String settings(Cell cell) {
    return cell.kind() == ModelKind.HETERO_MF_ESN ? "preset" : "authors'";
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
}
