package org.mf4j.cli.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mf4j.cli.output.Words;
import org.mf4j.experiment.archive.ModelOutcome;
import org.mf4j.experiment.archive.PairedComparison;
import org.mf4j.experiment.archive.Ranking;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.models.ModelKind;

/**
 * A run over an archive in tables and words.
 *
 * @param findings what was found
 */
record ArchiveReport(ArchiveFindings findings) {
  private static final String TESTS =
      "Accuracies are compared to three decimals, as many as are published. p: Wilcoxon signed-rank"
          + " test, two-sided, draws left out.";
  private static final double SMALLEST_P = .001;
  private static final String SOURCES =
      "Published, on the default splits: MiniRocket from github.com/angus924/minirocket (resample"
          + " 0), ROCKET from github.com/angus924/rocket (mean of ten), MultiRocket with 50,000"
          + " features from github.com/ChangWeiTan/MultiRocket (resample 0), HIVE-COTE 2 and"
          + " InceptionTime from github.com/aeon-toolkit/aeon (example results, fold 0).";

  private static final String BELIEF =
      "Probabilities of the classes of the test series, of reservoirs as they are calibrated on"
          + " predictions that leave one out. Log loss: mean of -ln p(true class). Expected"
          + " calibration error: how far confidence and accuracy are apart, in ten bins of equal"
          + " width. Means over the trials.";

  /** Everything. */
  Report page(List<Figure> pictures, Map<String, String> settings, Map<String, String> runs) {
    SetTables tables = new SetTables(findings);
    Report page =
        summary()
            .paragraphs(List.of(SOURCES))
            .heading("Pictures")
            .pictures(pictures)
            .heading("Data sets")
            .with(tables.accuracies());
    Table numbers = tables.numbers();
    return (numbers.rows().isEmpty() ? page : page.with(numbers))
        .heading("Probabilities")
        .paragraphs(List.of(BELIEF))
        .with(tables.beliefs())
        .heading("Settings")
        .entries(settings)
        .heading("Provenance")
        .entries(runs);
  }

  /** What holds over all sets. */
  Report summary() {
    Ranking ranking = findings.ranking();
    return Report.of("Models over an archive of data sets")
        .paragraphs(List.of(counts()))
        .paragraphs(beliefs())
        .heading("Methods")
        .with(standings(ranking))
        .paragraphs(
            List.of(
                "Means over the %d sets that all of these methods have.".formatted(ranking.sets())))
        .heading("One against one")
        .with(comparisons())
        .paragraphs(List.of(TESTS));
  }

  private String counts() {
    List<SetOutcome> sets = findings.sets();
    long classes = sets.stream().filter(SetOutcome::isClassification).count();
    long unread = sets.stream().filter(set -> set.failure().isPresent()).count();
    long failed =
        sets.stream().flatMap(s -> s.models().stream()).filter(ArchiveReport::bad).count();
    List<String> times = new ArrayList<>();
    findings.seconds().forEach((kind, seconds) -> times.add(kind.id() + " " + Words.time(seconds)));
    return Words.format(
        "%d data sets with classes, %d with numbers, %d that could not be read, %d failure%s of a"
            + " model; %d trial%s of every model on every set. Fits and predictions took: %s.",
        classes,
        sets.size() - classes - unread,
        unread,
        failed,
        failed == 1 ? "" : "s",
        findings.trials(),
        findings.trials() == 1 ? "" : "s",
        String.join(", ", times));
  }

  /** One sentence, if a model tells probabilities. */
  private List<String> beliefs() {
    List<String> all = new ArrayList<>();
    for (ModelKind kind : findings.models()) {
      findings
          .meanBelief(kind)
          .ifPresent(
              mean ->
                  all.add(
                      Words.format(
                          "%s log loss %.3f, calibration error %.3f",
                          kind.id(), mean.logLoss(), mean.calibrationError())));
    }
    return all.isEmpty()
        ? List.of()
        : List.of("Probabilities of classes, means over the sets: " + String.join("; ", all) + ".");
  }

  private static boolean bad(ModelOutcome outcome) {
    return outcome.failure().isPresent();
  }

  private static Table standings(Ranking ranking) {
    Table table = Table.of("method", "mean accuracy", "mean rank");
    for (Ranking.Standing one : ranking.standings()) {
      table =
          table.row(
              one.method(),
              Words.format("%.4f", one.meanAccuracy()),
              Words.format("%.2f", one.meanRank()));
    }
    return table;
  }

  private Table comparisons() {
    Table table = Table.of("method", "against", "sets", "difference", "won/drawn/lost", "p");
    for (ArchiveFindings.Pair pair : findings.pairs()) {
      PairedComparison found = pair.comparison();
      table =
          table.row(
              pair.method().method(),
              pair.other().method(),
              found.sets(),
              Words.format("%+.4f", found.meanDifference()),
              found.wins() + "/" + found.draws() + "/" + found.losses(),
              found.p() < SMALLEST_P ? "< 0.001" : Words.format("%.3f", found.p()));
    }
    return table;
  }
}
