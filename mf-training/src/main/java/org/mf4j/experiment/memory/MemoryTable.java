package org.mf4j.experiment.memory;

import java.util.Locale;

/** Trials as the rows of a table in Markdown. */
public final class MemoryTable {
  /** The columns, and the line below them. */
  public static final String HEADER =
      "| task | T | network | solved | updates | s | score | exponent | reach |\n"
          + "|--|--|--|--|--|--|--|--|--|";

  private MemoryTable() {}

  /**
   * A row.
   *
   * @param trial what was asked
   * @param outcome what came out
   * @return a line, without its end
   */
  public static String row(MemoryTrial trial, MemoryTrial.Outcome outcome) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %d | %.0f | %.4f | %s | %.1f |",
        trial.question().id(),
        trial.length(),
        trial.contender().title(),
        trial.question().isSolvedBy(outcome.score()) ? "yes" : "no",
        outcome.updates(),
        outcome.seconds(),
        outcome.score(),
        outcome.exponent().map(e -> String.format(Locale.ROOT, "%.4f", e)).orElse("-"),
        outcome.reach());
  }
}
