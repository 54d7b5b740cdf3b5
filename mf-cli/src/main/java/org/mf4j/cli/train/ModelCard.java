package org.mf4j.cli.train;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cli.output.Words;
import org.mf4j.data.formats.SeriesFile;
import org.mf4j.data.series.SeriesSummary;
import org.mf4j.experiment.CrossValidation;
import org.mf4j.experiment.Reliability;
import org.mf4j.figures.Figure;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.figures.results.ConfusionMatrix;
import org.mf4j.figures.results.PredictedAgainstTrue;
import org.mf4j.figures.results.ReliabilityDiagram;
import org.mf4j.models.Baseline;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Metric;

/**
 * What whoever is given a model wants to know of it, after Mitchell et al., "Model cards for model
 * reporting" (FAT* 2019): what it predicts, from what it learned, how good it is and where that is
 * known from, whether it is stable, and what made it.
 *
 * @param model the model
 * @param data what it learned from, as it was read
 * @param unseen how models of parts of it do on the rest
 * @param stability what theory says of it
 * @param provenance the command and the versions
 */
record ModelCard(
    FittedModel model,
    SeriesFile data,
    CrossValidation unseen,
    List<String> stability,
    Map<String, String> provenance) {
  private static final String SETTINGS = "settings";

  /** The page. */
  Report page() {
    SeriesSummary summary = SeriesSummary.of(data.series());
    return Report.of("Model card: " + model.kind().title() + " on " + summary.name())
        .paragraphs(List.of(purpose(summary)))
        .heading("How good it is")
        .paragraphs(List.of(folds()))
        .with(scores())
        .pictures(pictures())
        .heading("What it learned from")
        .with(
            Table.of()
                .row("series", summary.series())
                .row("channels", summary.channels())
                .row("length", summary.steps())
                .row("targets", summary.targets())
                .row("missing", "%d of %d values".formatted(summary.missing(), summary.values()))
                .row("SHA-256", data.sha256()))
        .paragraphs(data.notes())
        .heading("Is it stable?")
        .paragraphs(stability)
        .heading("Settings")
        .entries(kept(model))
        .heading("Provenance")
        .entries(provenance);
  }

  private String purpose(SeriesSummary summary) {
    String answer =
        model.task().isClassification()
            ? "the class of a series, one of " + String.join(", ", model.task().classes())
            : "a number";
    return Words.format(
        "It reads series of %d channel%s and predicts %s. It is meant for series like those that it"
            + " learned from; nothing here says how it does on others.",
        summary.channels(), summary.channels() == 1 ? "" : "s", answer);
  }

  private String folds() {
    return Words.format(
        "Measured by %d-fold cross-validation: %d models like this one were each fitted without a"
            + " part of the series and asked about that part.",
        unseen.folds().values().size(), unseen.folds().values().size());
  }

  private Table scores() {
    Metric metric = unseen.task().metric();
    Baseline baseline = Baseline.of(data.series());
    Table table =
        Table.of()
            .row(metric.id(), Words.scores(metric, unseen.folds()))
            .row(
                "baseline, " + baseline.describe(),
                Words.score(metric, baseline.score(data.series())));
    return reliability()
        .map(
            found ->
                table
                    .row("log loss", Words.format("%.3f", found.logLoss()))
                    .row(
                        "expected calibration error",
                        Words.format("%.3f", found.calibrationError())))
        .orElse(table);
  }

  private Optional<Reliability> reliability() {
    return unseen.probabilities().map(p -> Reliability.of(unseen.truth(), p));
  }

  private List<Figure> pictures() {
    String title = "Series that the models had not seen";
    List<Figure> figures = new ArrayList<>();
    figures.add(
        unseen.task().isClassification()
            ? ConfusionMatrix.of(title, unseen.task().classes(), unseen.truth(), unseen.predicted())
                .figure()
            : new PredictedAgainstTrue(title, unseen.truth(), unseen.predicted()).figure());
    reliability().map(ModelCard::diagram).ifPresent(figures::add);
    return figures;
  }

  private static Figure diagram(Reliability found) {
    return new ReliabilityDiagram(
            found.bins().stream().mapToDouble(Reliability.Bin::confidence).toArray(),
            found.bins().stream().mapToDouble(Reliability.Bin::accuracy).toArray())
        .figure();
  }

  /**
   * What a saved model keeps of its making: its settings, then where it comes from.
   *
   * @param model the model
   * @return names and values in words
   */
  static Map<String, String> kept(FittedModel model) {
    Map<String, String> entries = new LinkedHashMap<>();
    if (model.provenance().get(SETTINGS) instanceof Map<?, ?> settings) {
      settings.forEach((name, value) -> entries.put(name.toString(), words(value)));
    }
    model.provenance().forEach((name, value) -> entries.putIfAbsent(name, words(value)));
    entries.remove(SETTINGS);
    return entries;
  }

  private static String words(Object value) {
    if (value instanceof Map<?, ?> several) {
      return Words.join(several);
    }
    return value instanceof List<?> list
        ? list.isEmpty() ? "none" : list.stream().map(ModelCard::words).collect(joining(", "))
        : String.valueOf(value);
  }
}
