package org.mf4j.cells;

/**
 * The step of a cell for some series, in place on float arrays. An array has a plane of rows * N
 * entries for each of the k pre-activations, or for each of the m states, of a neuron; in a plane
 * every series is a row, neuron index fastest. The first state is what is emitted and fed back.
 */
public interface StepKernel {
  /**
   * Says which step comes next, forward or back. Only chance depends on it.
   *
   * @param series number of the first of the series; the others follow
   * @param step number of the step
   */
  default void moveTo(int series, int step) {
    // Most cells draw nothing.
  }

  /**
   * One step forward.
   *
   * @param v pre-activations, k planes; replaced by what the adjoint needs of this step
   * @param h states before the step, m planes; replaced by the states after it
   */
  void forward(float[] v, float[] h);

  /**
   * The adjoint of one step.
   *
   * @param saved what {@link #forward} left in v; replaced by dL/dv
   * @param h states before the step
   * @param d dL/dh' of the states after the step; replaced by the part of dL/dh that does not pass
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
