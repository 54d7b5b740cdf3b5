package org.mf4j.cli.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mf4j.cli.output.Words;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.robustness.RobustnessOptions;
import org.mf4j.experiment.robustness.Subject;
import org.mf4j.figures.report.Table;
import org.mf4j.hardware.Placement;
import org.mf4j.models.Baseline;
import org.mf4j.papers.PaperReference;

/**
 * What is put on hardware, as the reports state it.
 *
 * @param data training and test set, transformed
 * @param transforms what was done to the series, as the command line takes it; empty for nothing
 * @param reference the task of the papers that the settings come from
 * @param subjects the models
 * @param options what hardware does, and how often
 */
record RobustnessSetup(
    DatasetSplit data,
    String transforms,
    PaperReference reference,
    List<Subject> subjects,
    RobustnessOptions options) {
  /** The data set, the settings and what is varied. */
  List<String> header() {
    SeriesSet train = data.train();
    List<String> lines = new ArrayList<>();
    lines.add(
        Words.format(
            "%s: %d training and %d test series; %d draw%s per model; %s",
            train.name(),
            train.size(),
            data.test().size(),
            options.draws(),
            options.draws() == 1 ? "" : "s",
            devices()));
    if (!transforms.isEmpty()) {
      lines.add("Transforms: " + transforms);
    }
    lines.add("Settings: " + reference.describe());
    Table settings = Table.of();
    for (Subject one : subjects) {
      settings = settings.row(one.name(), Words.join(one.settings().values()));
    }
    lines.addAll(settings.text());
    lines.add(baseline());
    return lines;
  }

  private String devices() {
    return options.placement() == Placement.RECURRENT
        ? "recurrent layers on devices, readout digital"
        : "recurrent layers and readout on devices";
  }

  String baseline() {
    Baseline baseline = Baseline.of(data.train());
    return Words.baseline(baseline, baseline.score(data.test()));
  }

  Map<String, Map<String, Object>> settings() {
    return subjects.stream()
        .collect(
            Collectors.toMap(
                Subject::name, one -> one.settings().describe(), (a, b) -> a, LinkedHashMap::new));
  }

  /** What repeats the run beside the command and the versions. */
  Map<String, String> particulars() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("seed", options.seed() + " (draw i, from 0, has this seed + i)");
    new TreeMap<>(data.sha256())
        .descendingMap()
        .forEach((set, hash) -> entries.put("SHA-256, " + set, hash));
    return entries;
  }
}
