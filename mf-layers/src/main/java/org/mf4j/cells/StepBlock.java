package org.mf4j.cells;

/**
 * The step of a cell for a block of series, in place on arrays of rows * N entries: one row per
 * series, neuron index fastest.
 */
public interface StepBlock {
  /**
   * One step forward.
   *
   * @param v pre-activation; replaced by what the adjoint needs of this step
   * @param h state before the step; replaced by the state after it
   */
  void forward(float[] v, float[] h);

  /**
   * The adjoint of one step.
   *
   * @param saved what {@link #forward} left in v; replaced by dL/dv
   * @param h state before the step
   * @param d dL/dh' of the state after the step; replaced by the part of dL/dh that does not pass
   *     through v
   */
  void adjoint(float[] saved, float[] h, float[] d);

  /**
   * What the adjoints summed up for the learned constants.
   *
   * @return the cell's own accumulators, per neuron; empty if nothing is learned
   */
  double[][] sums();
}
