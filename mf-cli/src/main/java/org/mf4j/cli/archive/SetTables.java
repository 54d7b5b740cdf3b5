package org.mf4j.cli.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.cli.output.Words;
import org.mf4j.experiment.Trial;
import org.mf4j.experiment.archive.MethodAccuracies;
import org.mf4j.experiment.archive.ModelOutcome;
import org.mf4j.experiment.archive.SetFacts;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.figures.report.Table;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Scores;

/**
 * A run over an archive set by set.
 *
 * @param findings what was found
 */
record SetTables(ArchiveFindings findings) {
  /** A set in one line, as soon as it is over. */
  static String line(SetOutcome set) {
    List<String> parts = new ArrayList<>();
    set.models()
        .forEach(
            model ->
                model
                    .scores()
                    .map(scores -> model.kind().id() + " " + score(set, scores))
                    .ifPresent(parts::add));
    parts.addAll(set.remarks());
    return set.name() + ": " + String.join("; ", parts);
  }

  private static String score(SetOutcome set, Scores scores) {
    Metric metric = set.facts().orElseThrow().metric();
    return scores.values().size() == 1
        ? Words.score(metric, scores.mean())
        : Words.scores(metric, scores);
  }

  /** The sets with classes, and those that could not be read. */
  Table accuracies() {
    List<String> header = new ArrayList<>(columns());
    findings.others().forEach(method -> header.add(method.method()));
    header.add("remarks");
    return new Table(
        header,
        findings.sets().stream()
            .filter(set -> set.isClassification() || set.failure().isPresent())
            .map(set -> row(set, findings.others()))
            .toList());
  }

  /** The sets whose targets are numbers; nobody has published accuracies of those. */
  Table numbers() {
    List<String> header = new ArrayList<>(columns());
    header.add("remarks");
    return new Table(
        header,
        findings.sets().stream()
            .filter(set -> !set.isClassification() && set.failure().isEmpty())
            .map(set -> row(set, List.of()))
            .toList());
  }

  /** The sets with classes: how far the probabilities of every model can be believed. */
  Table beliefs() {
    List<String> header = new ArrayList<>(List.of("set"));
    for (ModelKind kind : findings.models()) {
      header.add(kind.id() + " log loss");
      header.add(kind.id() + " calibration error");
    }
    List<List<String>> rows = new ArrayList<>();
    for (SetOutcome set : findings.sets()) {
      if (set.isClassification()) {
        rows.add(beliefs(set.name(), findings.models().stream().map(set::belief).toList()));
      }
    }
    rows.add(beliefs("mean", findings.models().stream().map(findings::meanBelief).toList()));
    return new Table(header, rows);
  }

  private static List<String> beliefs(String name, List<Optional<Trial.Belief>> ofModels) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (Optional<Trial.Belief> one : ofModels) {
      cells.add(one.map(belief -> Words.format("%.3f", belief.logLoss())).orElse("-"));
      cells.add(one.map(belief -> Words.format("%.3f", belief.calibrationError())).orElse("-"));
    }
    return cells;
  }

  private List<String> columns() {
    return Stream.concat(
            Stream.of("set", "train/test", "steps", "channels", "classes"),
            findings.models().stream().map(ModelKind::id))
        .toList();
  }

  private List<String> row(SetOutcome set, List<MethodAccuracies> others) {
    List<String> cells = new ArrayList<>(List.of(set.name()));
    cells.addAll(set.facts().map(SetTables::facts).orElse(List.of("-", "-", "-", "-")));
    for (ModelKind kind : findings.models()) {
      cells.add(set.scores(kind).map(scores -> score(set, scores)).orElse("-"));
    }
    for (MethodAccuracies other : others) {
      Optional<Double> accuracy = Optional.ofNullable(other.bySet().get(set.name()));
      cells.add(accuracy.map(value -> Words.score(Metric.ACCURACY, value)).orElse("-"));
    }
    cells.add(String.join("; ", set.remarks()));
    return cells;
  }

  private static List<String> facts(SetFacts facts) {
    boolean equal = facts.shortest() == facts.longest();
    return List.of(
        facts.train() + "/" + facts.test(),
        equal ? "" + facts.longest() : facts.shortest() + "-" + facts.longest(),
        String.valueOf(facts.channels()),
        facts.classes() == 0 ? "numbers" : String.valueOf(facts.classes()));
  }

  /** A line per set with all digits. */
  Table digits() {
    List<String> header = new ArrayList<>(List.of("set", "train", "test", "shortest", "longest"));
    header.addAll(List.of("channels", "classes", "missing"));
    for (ModelKind kind : findings.models()) {
      for (String what :
          List.of("mean", "std", "trials", "seconds", "log loss", "calibration error")) {
        header.add(kind.id() + " " + what);
      }
    }
    findings.others().forEach(method -> header.add(method.method()));
    header.add("remarks");
    return new Table(header, findings.sets().stream().map(this::row).toList());
  }

  private List<String> row(SetOutcome set) {
    List<Object> cells = new ArrayList<>(List.of(set.name()));
    cells.addAll(
        set.facts()
            .<List<Object>>map(
                f ->
                    List.of(
                        f.train(),
                        f.test(),
                        f.shortest(),
                        f.longest(),
                        f.channels(),
                        f.classes(),
                        f.missing()))
            .orElse(List.of("", "", "", "", "", "", "")));
    for (ModelKind kind : findings.models()) {
      Optional<Scores> scores = set.scores(kind);
      cells.add(scores.map(Scores::mean).map(String::valueOf).orElse(""));
      cells.add(scores.map(Scores::std).map(String::valueOf).orElse(""));
      cells.add(scores.map(one -> one.values().size()).orElse(0));
      cells.add(seconds(set, kind));
      Optional<Trial.Belief> belief = set.belief(kind);
      cells.add(belief.map(Trial.Belief::logLoss).map(String::valueOf).orElse(""));
      cells.add(belief.map(Trial.Belief::calibrationError).map(String::valueOf).orElse(""));
    }
    for (MethodAccuracies other : findings.others()) {
      cells.add(Optional.ofNullable(other.bySet().get(set.name())).map(String::valueOf).orElse(""));
    }
    cells.add(String.join("; ", set.remarks()));
    return cells.stream().map(String::valueOf).toList();
  }

  private static double seconds(SetOutcome set, ModelKind kind) {
    return set.models().stream()
        .filter(model -> model.kind() == kind)
        .mapToDouble(ModelOutcome::seconds)
        .sum();
  }
}
