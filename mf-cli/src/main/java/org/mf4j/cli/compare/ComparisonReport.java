package org.mf4j.cli.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mf4j.cli.output.Words;
import org.mf4j.experiment.ModelResult;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.models.Baseline;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

/**
 * What a comparison found.
 *
 * @param setup what was compared
 * @param results one per model
 * @param baseline what a model must beat to have learned anything
 * @param baselineScore its score on the test set
 */
record ComparisonReport(
    ComparisonSetup setup, List<ModelResult> results, Baseline baseline, double baselineScore) {
  static ComparisonReport of(ComparisonSetup setup, List<ModelResult> results) {
    Baseline baseline = Baseline.of(setup.data().train());
    return new ComparisonReport(
        setup, List.copyOf(results), baseline, baseline.score(setup.data().test()));
  }

  /** The models that have a score. */
  List<ModelResult> scored() {
    return results.stream().filter(result -> result.failure().isEmpty()).toList();
  }

  boolean beatsBaseline(ModelResult result) {
    return setup.metric().isBetter(result.mean(), baselineScore);
  }

  /** The results, one line per model. */
  Table table() {
    Table table = Table.of("model", setup.metric().id(), "paper", "fit s", "predict s");
    for (ModelResult result : results) {
      if (result.failure().isPresent()) {
        table = table.row(result.kind().id(), "failed", published(result.kind()), "-", "-");
        continue;
      }
      table =
          table.row(
              result.kind().id(),
              measured(result),
              published(result.kind()),
              Words.format("%.2f", result.fitSeconds()),
              Words.format("%.2f", result.predictSeconds()));
    }
    return table;
  }

  private String measured(ModelResult result) {
    return result.trials().size() == 1
        ? Words.score(setup.metric(), result.mean())
        : Words.score(setup.metric(), result.mean(), result.std());
  }

  /** As many digits as the papers print. */
  private String published(ModelKind kind) {
    return setup
        .reference()
        .published(kind)
        .map(score -> Words.format("%.3f +- %.3f", score.mean(), score.std()))
        .orElse("-");
  }

  /** What the baseline reaches on the test set, which models failed and which do not beat it. */
  List<String> baselineLines() {
    List<String> lines = new ArrayList<>();
    lines.add(Words.baseline(baseline, baselineScore));
    results.stream()
        .flatMap(one -> one.failure().map(why -> one.kind().id() + " failed: " + why).stream())
        .forEach(lines::add);
    scored().stream()
        .filter(result -> !beatsBaseline(result))
        .map(result -> result.kind().id() + " " + Words.NOT_BEATEN + ".")
        .forEach(lines::add);
    return lines;
  }

  /** Table, pictures, settings and what repeats the run. */
  Report report(List<Figure> pictures, Map<String, String> provenance) {
    return Report.of("Models compared on " + setup.data().train().name())
        .paragraphs(List.of(setup.dataset() + "."))
        .with(table())
        .paragraphs(
            List.of(
                "Mean and standard deviation of "
                    + setup.trials()
                    + " trials; times are means per trial."))
        .paragraphs(baselineLines())
        .heading("Pictures")
        .pictures(pictures)
        .heading("Settings")
        .paragraphs(
            Stream.concat(Stream.of(setup.source()), setup.training().stream())
                .map(line -> line + ".")
                .toList())
        .entries(settings())
        .heading("Provenance")
        .entries(provenance);
  }

  private Map<String, String> settings() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (ModelSettings model : setup.models()) {
      entries.put(model.kind().title(), Words.join(model.values()));
    }
    return entries;
  }

  /** What repeats the run beside the command and the versions. */
  Map<String, String> particulars(Duration wallTime) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("seed", setup.seed() + " (trial i, from 0, has this seed + i)");
    new TreeMap<>(setup.data().sha256())
        .descendingMap()
        .forEach((set, hash) -> entries.put("SHA-256, " + set, hash));
    entries.put("wall time", Words.format("%.1f s", wallTime.toMillis() / 1000.0));
    return entries;
  }
}
