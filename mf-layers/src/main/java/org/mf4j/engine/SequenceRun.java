package org.mf4j.engine;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A series that went through a cell, and its backward pass. */
public interface SequenceRun {
  /** {@return the states after the last step, {@link Sequence#lastState()}} */
  INDArray lastState();

  /** {@return whether all states are finite after the last step} */
  boolean isFinite();

  /**
   * Backpropagation through time. May be called once, and only if the run was for training.
   *
   * @param from dL/d states
   * @param steps how many steps to go back from the end (T: all of them); what lies before gets
   *     gradient 0
   * @param gradients takes the results
   * @throws IllegalStateException if the run was not for training
   */
  void backward(StateGradients from, int steps, SequenceGradients gradients);
}
