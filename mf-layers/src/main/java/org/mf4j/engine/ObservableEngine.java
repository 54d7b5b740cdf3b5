package org.mf4j.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An engine that can show the states without keeping them. */
public interface ObservableEngine extends SequenceEngine {
  /**
   * Runs the series, O(B N) memory whatever the number of steps.
   *
   * @param sequence the series
   * @param params W, RW, b and the cell's learned constants
   * @param observer sees every step
   * @return the run; it has no backward pass
   */
  SequenceRun observe(Sequence sequence, Map<String, INDArray> params, StateObserver observer);
}
