package org.mf4j.experiment;

import java.util.List;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;

/**
 * All trials of one model.
 *
 * @param settings the settings of the model
 * @param trials the trials in the order of their seeds, at least one
 */
public record ModelResult(ModelSettings settings, List<Trial> trials) {
  /**
   * There is at least one trial.
   *
   * @throws IllegalArgumentException if there is no trial
   */
  public ModelResult {
    trials = List.copyOf(trials);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("trials: a result needs at least one trial");
    }
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
   * @return the mean
   */
  public double mean() {
    return new Scores(scores()).mean();
  }

  /**
   * The sample standard deviation of the scores (division by n - 1).
   *
   * @return the deviation; 0 for a single trial
   */
  public double std() {
    return new Scores(scores()).std();
  }

  /**
   * The mean time of a fit.
   *
   * @return seconds
   */
  public double fitSeconds() {
    return trials.stream().mapToDouble(Trial::fitSeconds).average().orElseThrow();
  }

  /**
   * The mean time of predicting the test set.
   *
   * @return seconds
   */
  public double predictSeconds() {
    return trials.stream().mapToDouble(Trial::predictSeconds).average().orElseThrow();
  }
}
