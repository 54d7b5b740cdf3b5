package org.mf4j.experiment.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mf4j.experiment.Trial;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Scores;

/**
 * All models on one set.
 *
 * @param name the name of the set
 * @param facts what it is; empty if it could not be read
 * @param models one per model; none if it could not be read
 * @param failure why it could not be read
 */
public record SetOutcome(
    String name, Optional<SetFacts> facts, List<ModelOutcome> models, Optional<String> failure) {
  /** The models are a copy. */
  public SetOutcome {
    models = List.copyOf(models);
  }

  static SetOutcome unreadable(String name, String why) {
    return new SetOutcome(name, Optional.empty(), List.of(), Optional.of(why));
  }

  /** {@return whether the set was read and its targets are classes} */
  public boolean isClassification() {
    return facts.map(SetFacts::metric).filter(Metric.ACCURACY::equals).isPresent();
  }

  /**
   * The scores of a model.
   *
   * @param kind the model
   * @return empty if it did not finish all of its trials here
   */
  public Optional<Scores> scores(ModelKind kind) {
    return of(kind).flatMap(ModelOutcome::scores);
  }

  /**
   * What the probabilities of a model are worth.
   *
   * @param kind the model
   * @return empty if it did not finish all of its trials here, or tells no probabilities
   */
  public Optional<Trial.Belief> belief(ModelKind kind) {
    return of(kind).flatMap(ModelOutcome::belief);
  }

  private Optional<ModelOutcome> of(ModelKind kind) {
    return models.stream().filter(model -> model.kind() == kind).findFirst();
  }

  /** {@return what was done to the series, and what failed and why, one clause each} */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    facts.map(SetFacts::preparation).ifPresent(remarks::addAll);
    failure.map(why -> "not read: " + why).ifPresent(remarks::add);
    models.forEach(
        model ->
            model
                .failure()
                .map(why -> model.kind().id() + " failed: " + why)
                .ifPresent(remarks::add));
    return remarks;
  }

  /**
   * The accuracies of a model.
   *
   * @param kind the model
   * @param sets sets, of which those count that have classes and that it finished
   * @return the means over its trials, under its title
   */
  public static MethodAccuracies accuracies(ModelKind kind, List<SetOutcome> sets) {
    return new MethodAccuracies(
        kind.title(),
        sets.stream()
            .filter(set -> set.isClassification() && set.scores(kind).isPresent())
            .collect(
                Collectors.toMap(SetOutcome::name, set -> set.scores(kind).orElseThrow().mean())));
  }
}
