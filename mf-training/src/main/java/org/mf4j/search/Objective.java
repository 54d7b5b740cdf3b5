package org.mf4j.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;

/**
 * What the configurations of a search are compared by: a score on data that they do not learn from.
 * Called by several threads.
 */
public interface Objective {
  /** {@return how scores are to be read} */
  Metric metric();

  /** {@return what is scored, in words; identifies a search beside its data} */
  String describe();

  /**
   * Fits and scores.
   *
   * @param settings of models that differ in the penalty of their readout at most, at least one
   * @param seed decides every random number, the same for all
   * @param stopped asked now and then; true gives the trial up
   * @return one score per model
   * @throws CancellationException if it was stopped meanwhile
   * @throws IllegalArgumentException if theory forbids the settings, or a number is not finite
   * @throws InterruptedException if the thread was interrupted
   */
  double[] score(List<ModelSettings> settings, long seed, BooleanSupplier stopped)
      throws InterruptedException;
}
