package org.mf4j.cli.reproduce;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.cli.output.Words;
import org.mf4j.cli.output.Written;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.papers.PaperResult;
import org.mf4j.reproduction.Reproduced;
import org.mf4j.search.SearchResult;

/**
 * A result of a paper computed again.
 *
 * @param title what was computed
 * @param table the cells
 * @param notes how to read the table and what is missing, one paragraph each
 * @param pictures the pictures of the table
 */
record PaperReport(String title, Table table, List<String> notes, List<Figure> pictures) {
  /** What the time of a selection is, for the notes below a table. */
  static final String SELECTION =
      "Selection is the time of all its trials, as if they had run one after the other";

  static PaperReport of(
      PaperResult result,
      Table table,
      List<String> notes,
      List<String> missing,
      List<Figure> pictures) {
    List<String> all = new ArrayList<>(notes);
    missing.forEach(sentence -> all.add("Not reproduced: " + sentence));
    return new PaperReport(result.title() + ", reproduced", table, all, pictures);
  }

  /** The table and what is to be said of it. */
  Report report() {
    return Report.of(title).with(table).paragraphs(notes);
  }

  /** Writes {@code NAME.md}, {@code NAME.csv} and {@code NAME.html}. */
  void writeTo(Path folder, String name, Map<String, String> provenance) throws IOException {
    Written.report(
        folder, name, report().pictures(pictures).heading("Provenance").entries(provenance));
    Written.text(folder.resolve(name + ".csv"), table.csv());
  }

  /** For example {@code 240 trials, 12.3 s}. */
  static String trials(SearchResult selection) {
    return selection.trials() + " trials, " + Words.time(selection.trialSeconds());
  }

  /** What is wrong with a cell; nothing if all is well. */
  static String remark(Reproduced cell) {
    String failed = cell.failures() > 0 ? cell.failures() + " trials failed" : "";
    String beaten =
        cell.scores().values().isEmpty() || cell.beatsBaseline() ? "" : Words.NOT_BEATEN;
    return Stream.of(failed, beaten).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
  }
}
