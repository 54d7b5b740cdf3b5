package org.mf4j.cli.reproduce;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mf4j.cli.text.BaselineText;
import org.mf4j.models.Metric;
import org.mf4j.models.Scores;
import org.mf4j.reproduction.Cell;
import org.mf4j.search.SearchResult;

/** How tables say what a cell holds. */
final class CellText {
  /** What the time of a selection is, for the notes below a table. */
  static final String SELECTION =
      "Selection is the time of all its trials, as if they had run one after the other";

  private CellText() {}

  /** For example {@code 0.950 +- 0.007}. */
  static String measured(Metric metric, Scores scores) {
    return scores.values().isEmpty()
        ? "-"
        : BaselineText.score(metric, scores.mean())
            + " +- "
            + BaselineText.score(metric, scores.std());
  }

  /** For example {@code 240 trials, 12.3 s}. */
  static String trials(SearchResult selection) {
    return "%d trials, %s".formatted(selection.trials(), time(selection.trialSeconds()));
  }

  /** What is wrong with the cell; nothing if all is well. */
  static String remark(Cell cell) {
    String failed = cell.failures() > 0 ? cell.failures() + " trials failed" : "";
    String beaten =
        cell.scores().values().isEmpty()
            ? ""
            : BaselineText.remark(cell.metric(), cell.scores().mean(), cell.baseline());
    return Stream.of(failed, beaten).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
  }

  static String time(Duration duration) {
    return time(duration.toMillis() / 1000.0);
  }

  /** Seconds, or minutes from one on. */
  static String time(double seconds) {
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%.1f min", seconds / 60);
  }
}
