package org.mf4j.experiment.archive;

import org.mf4j.data.series.SeriesSet;
import org.mf4j.experiment.ComparisonListener;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;

/** Is told how a run over an archive goes on, on the thread that runs it. */
public interface ArchiveListener {
  /**
   * A trial begins, or is found in the journal.
   *
   * @param set the name of the set
   * @param kind the model
   * @param done trials of all sets that are over
   * @param trials of all sets
   */
  default void onTrial(String set, ModelKind kind, int done, int trials) {}

  /**
   * A model is fitted to a set for the first time in this run.
   *
   * @param settings the model
   * @param train what it is fitted to
   */
  default void onFit(ModelSettings settings, SeriesSet train) {}

  /** {@return what is told how each fit goes on} */
  default ComparisonListener fits() {
    return ComparisonListener.NONE;
  }

  /**
   * A set is over.
   *
   * @param outcome what came of it
   */
  default void onSet(SetOutcome outcome) {}
}
