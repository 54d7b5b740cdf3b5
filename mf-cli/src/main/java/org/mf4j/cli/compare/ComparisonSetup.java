package org.mf4j.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.cli.output.Words;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.figures.report.Table;
import org.mf4j.models.Learning;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Task;
import org.mf4j.papers.PaperReference;

/**
 * What a comparison compares, as its reports state it.
 *
 * @param data training and test set, transformed
 * @param transforms what was done to the series, as the command line takes it; empty for nothing
 * @param reference the task of the papers that the settings come from
 * @param models the settings in the order of the rows
 * @param trials fits per model
 * @param seed the seed of the first trial
 */
record ComparisonSetup(
    DatasetSplit data,
    String transforms,
    PaperReference reference,
    List<ModelSettings> models,
    int trials,
    long seed) {
  ComparisonSetup {
    models = List.copyOf(models);
  }

  /** Accuracy for classes, RMSE for numbers. */
  Metric metric() {
    return Task.of(data.train()).metric();
  }

  /** The data set in one line. */
  String dataset() {
    SeriesSet train = data.train();
    return Words.format(
        "%s: %d training and %d test series, %s, %d channel%s, %s",
        train.name(),
        train.size(),
        data.test().size(),
        Words.steps(train),
        train.channels(),
        train.channels() == 1 ? "" : "s",
        train.isClassification() ? train.classes().size() + " classes" : "regression");
  }

  /** Where the settings come from, in one line. */
  String source() {
    return "Settings: " + reference.describe();
  }

  /** How the networks among the models are trained, in one line; empty if there are none. */
  Optional<String> training() {
    List<ModelSettings> trained =
        models.stream().filter(model -> model.learning().isTrained()).toList();
    if (trained.isEmpty()) {
      return Optional.empty();
    }
    if (trained.stream()
        .allMatch(model -> model.learning().equals(usual(model).byStandardTraining()))) {
      return Optional.of("Training: the standard protocol (the papers' is --protocol paper)");
    }
    boolean papers = trained.stream().allMatch(model -> model.learning().equals(usual(model)));
    return Optional.of(
        papers ? "Training: the papers' protocol" : "Training: as the settings of each model say");
  }

  private Learning usual(ModelSettings model) {
    return reference.settings(model.kind()).learning();
  }

  /** The data set and the settings of every model, one line each. */
  List<String> header() {
    List<String> lines = new ArrayList<>();
    lines.add(dataset());
    if (!transforms.isEmpty()) {
      lines.add("Transforms: " + transforms);
    }
    lines.add(source());
    training().ifPresent(lines::add);
    Table settings = Table.of();
    for (ModelSettings model : models) {
      settings = settings.row(model.kind().id(), Words.join(model.values()));
    }
    lines.addAll(settings.text());
    return lines;
  }

  /** By the ids of the models. */
  Map<String, Map<String, Object>> settings() {
    Map<String, Map<String, Object>> settings = new LinkedHashMap<>();
    models.forEach(model -> settings.put(model.kind().id(), model.describe()));
    return settings;
  }
}
