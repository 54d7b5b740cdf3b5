package org.mf4j.experiment.archive;

import java.util.List;
import org.mf4j.data.Datasets;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.Require;

/**
 * What is fitted to what.
 *
 * @param places where the sets are
 * @param sets their names
 * @param models the models
 * @param settings gives a model its settings for a training set
 * @param trials fits per set and model, at least 1
 * @param seed the seed of the first trial of every model; trial i, from 0, has {@code seed + i}
 */
public record ArchivePlan(
    Datasets places,
    List<String> sets,
    List<ModelKind> models,
    Settings settings,
    int trials,
    long seed) {
  /**
   * The lists are copies.
   *
   * @throws IllegalArgumentException if there is not at least one trial
   */
  public ArchivePlan {
    sets = List.copyOf(sets);
    models = List.copyOf(models);
    Require.positive("trials", trials);
  }

  /** Settings of a model for a training set. */
  @FunctionalInterface
  public interface Settings {
    /**
     * The settings.
     *
     * @param kind the model
     * @param train the training set, without missing values
     * @return settings of that model
     */
    ModelSettings of(ModelKind kind, SeriesSet train);
  }

  /** {@return how many trials there are on one set} */
  public int trialsPerSet() {
    return models.size() * trials;
  }
}
