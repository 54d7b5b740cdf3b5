package org.mf4j.cli.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.experiment.Trial;
import org.mf4j.experiment.archive.MethodAccuracies;
import org.mf4j.experiment.archive.PairedComparison;
import org.mf4j.experiment.archive.Ranking;
import org.mf4j.experiment.archive.SetOutcome;
import org.mf4j.models.ModelKind;

/**
 * What a run over an archive found.
 *
 * @param models the models, in the order of the columns
 * @param trials fits per set and model
 * @param sets one outcome per set
 * @param others methods that were not run here, each with a set in common with the archive
 */
record ArchiveFindings(
    List<ModelKind> models, int trials, List<SetOutcome> sets, List<MethodAccuracies> others) {
  static ArchiveFindings of(
      List<ModelKind> models, int trials, List<SetOutcome> sets, List<MethodAccuracies> others) {
    List<String> here =
        sets.stream().filter(SetOutcome::isClassification).map(SetOutcome::name).toList();
    return new ArchiveFindings(
        models,
        trials,
        sets,
        others.stream()
            .filter(method -> method.bySet().keySet().stream().anyMatch(here::contains))
            .toList());
  }

  /** The accuracies of the models, under their titles, those without any left out. */
  List<MethodAccuracies> own() {
    return models.stream()
        .map(kind -> SetOutcome.accuracies(kind, sets))
        .filter(method -> !method.bySet().isEmpty())
        .toList();
  }

  /** All methods on the sets that all of them have; without standings if there is no such set. */
  Ranking ranking() {
    List<MethodAccuracies> all = Stream.concat(own().stream(), others.stream()).toList();
    return all.isEmpty() ? new Ranking(0, List.of(), List.of()) : Ranking.of(all);
  }

  /** Every model against all methods that come after it. */
  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    List<MethodAccuracies> own = own();
    for (int i = 0; i < own.size(); i++) {
      for (MethodAccuracies other : after(i, own)) {
        pairs.add(new Pair(own.get(i), other));
      }
    }
    return pairs;
  }

  private List<MethodAccuracies> after(int model, List<MethodAccuracies> own) {
    return Stream.concat(own.subList(model + 1, own.size()).stream(), others.stream()).toList();
  }

  /** What the probabilities of a model are worth, a mean over the sets where it tells them. */
  Optional<Trial.Belief> meanBelief(ModelKind kind) {
    List<Trial.Belief> all = sets.stream().flatMap(set -> set.belief(kind).stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Trial.Belief.mean(all));
  }

  /** Seconds of all fits and predictions, by model. */
  Map<ModelKind, Double> seconds() {
    Map<ModelKind, Double> seconds = new LinkedHashMap<>();
    models.forEach(kind -> seconds.put(kind, 0.0));
    sets.forEach(
        set -> set.models().forEach(one -> seconds.merge(one.kind(), one.seconds(), Double::sum)));
    return seconds;
  }

  /**
   * Two methods.
   *
   * @param method a model
   * @param other what it is compared with
   */
  record Pair(MethodAccuracies method, MethodAccuracies other) {
    PairedComparison comparison() {
      return PairedComparison.of(method, other);
    }
  }
}
