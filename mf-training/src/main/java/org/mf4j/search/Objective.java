package org.mf4j.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;

/**
 * What the configurations of a search are compared by: a score on data that they do not learn from.
 * Called by several threads.
 */
public interface Objective {
  /**
   * Accuracy or RMSE on parts of a set of series: the mean over the splits of a validation.
   *
   * @param train the training set, without missing values
   * @param validation what is scored
   * @param seed decides what goes where
   * @return the objective
   * @throws org.mf4j.data.series.DataException if the set is too small
   */
  static Objective of(SeriesSet train, Validation validation, long seed) {
    return new SeriesObjective(train, validation, seed);
  }

  /** {@return how scores are to be read} */
  Metric metric();

  /** {@return what is scored, in words; identifies a search beside its data} */
  String describe();

  /**
   * How many scores it computes side by side, if that is elsewhere than on the threads that ask.
   *
   * @return at least 1; 0, the default: it computes on the threads that ask
   */
  default int remoteSlots() {
    return 0;
  }

  /**
   * Fits and scores.
   *
   * @param settings of models that differ in the penalty of their readout at most, at least one
   * @param seed decides every random number, the same for all
   * @param watch is told how every fit goes on, and asked now and then whether it {@linkplain
   *     EpochListener#stops ends}: that gives the trial up
   * @return one score per model
   * @throws CancellationException if it was stopped meanwhile
   * @throws java.io.UncheckedIOException if what computes elsewhere cannot be reached; ends the
   *     search
   * @throws IllegalArgumentException if theory forbids the settings, or a number is not finite
   * @throws InterruptedException if the thread was interrupted
   */
  double[] score(List<ModelSettings> settings, long seed, EpochListener watch)
      throws InterruptedException;
}
