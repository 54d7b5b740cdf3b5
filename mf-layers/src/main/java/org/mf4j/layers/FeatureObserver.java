package org.mf4j.layers;

import java.util.List;
import org.mf4j.engine.StateObserver;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.SummaryOptions;

/** Makes features of the states of a batch while an engine computes them. */
interface FeatureObserver extends StateObserver {
  /** {@return one row of features per series, after the run} */
  double[][] features();

  /** What watches a batch: for the last state alone, only the last step. */
  static FeatureObserver of(SummaryOptions options, Presence presence, int neurons) {
    return options.summaries().equals(List.of(new Last()))
        ? new LastStateObserver(presence, neurons)
        : new TrajectoryObserver(options, presence, neurons);
  }
}
