package org.mf4j.experiment.archive;

import java.util.List;
import java.util.Optional;
import org.mf4j.experiment.Trial;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Scores;

/**
 * A model on one set.
 *
 * @param kind the model
 * @param trials the trials that it finished, in the order of their seeds
 * @param failure why it did not finish the next one; empty if it finished all
 */
public record ModelOutcome(ModelKind kind, List<Trial> trials, Optional<String> failure) {
  /** The trials are a copy. */
  public ModelOutcome {
    trials = List.copyOf(trials);
  }

  /** {@return the scores of all trials; empty if one failed} */
  public Optional<Scores> scores() {
    return failure.isPresent()
        ? Optional.empty()
        : Optional.of(new Scores(trials.stream().map(Trial::score).toList()));
  }

  /** {@return what its probabilities are worth, a mean over the trials; empty if one has none} */
  public Optional<Trial.Belief> belief() {
    List<Trial.Belief> all = trials.stream().flatMap(one -> one.belief().stream()).toList();
    return failure.isPresent() || all.isEmpty() || all.size() < trials.size()
        ? Optional.empty()
        : Optional.of(Trial.Belief.mean(all));
  }

  /** {@return seconds of all fits and predictions} */
  public double seconds() {
    return trials.stream().mapToDouble(one -> one.fitSeconds() + one.predictSeconds()).sum();
  }
}
