package org.mf4j.experiment;

import java.util.List;
import java.util.Optional;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;

/**
 * All trials of one model.
 *
 * @param settings the settings of the model
 * @param trials the trials in the order of their seeds, at least one; none if the model failed
 * @param failure why a trial diverged, after which there were no others; empty if none did
 */
public record ModelResult(ModelSettings settings, List<Trial> trials, Optional<String> failure) {
  /**
   * There is at least one trial, or a failure.
   *
   * @throws IllegalArgumentException if there is no trial
   */
  public ModelResult {
    trials = List.copyOf(trials);
    if (trials.isEmpty() == failure.isEmpty()) {
      throw new IllegalArgumentException("trials: a result needs at least one trial");
    }
  }

  /**
   * Trials that all ended.
   *
   * @param settings the settings of the model
   * @param trials the trials in the order of their seeds, at least one
   * @throws IllegalArgumentException if there is no trial
   */
  public ModelResult(ModelSettings settings, List<Trial> trials) {
    this(settings, trials, Optional.empty());
  }

  /**
   * A model one of whose trials diverged.
   *
   * @param settings the settings of the model
   * @param failure why
   * @return a result without trials: those before the failure would be a choice of seeds
   */
  public static ModelResult failed(ModelSettings settings, String failure) {
    return new ModelResult(settings, List.of(), Optional.of(failure));
  }

  /**
   * Which model it is.
   *
   * @return the kind of the settings
   */
  public ModelKind kind() {
    return settings.kind();
  }

  /**
   * The scores of the trials.
   *
   * @return one number per trial
   */
  public List<Double> scores() {
    return trials.stream().map(Trial::score).toList();
  }

  /**
   * The mean of the scores.
   *
   * @return the mean; NaN if the model failed
   */
  public double mean() {
    return new Scores(scores()).mean();
  }

  /**
   * The sample standard deviation of the scores (division by n - 1).
   *
   * @return the deviation; 0 for a single trial, NaN if the model failed
   */
  public double std() {
    return new Scores(scores()).std();
  }

  /**
   * The mean time of a fit.
   *
   * @return seconds; NaN if the model failed
   */
  public double fitSeconds() {
    return trials.stream().mapToDouble(Trial::fitSeconds).average().orElse(Double.NaN);
  }

  /**
   * The mean time of predicting the test set.
   *
   * @return seconds; NaN if the model failed
   */
  public double predictSeconds() {
    return trials.stream().mapToDouble(Trial::predictSeconds).average().orElse(Double.NaN);
  }
}
