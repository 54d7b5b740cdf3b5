package org.mf4j.cells;

import java.util.Map;

/** A cell's step and its adjoint on float arrays, prepared for given constants. */
public interface StepKernel {
  /**
   * The factor s of the pre-activation.
   *
   * @return one value per neuron, or an empty array where all are 1
   */
  double[] scale();

  /**
   * Prepares scratch memory for a block of series.
   *
   * @param rows the number of series that are stepped together
   * @return the step for arrays of {@code rows * N} entries, neuron index fastest
   */
  StepBlock block(int rows);

  /**
   * The gradient of the learned constants.
   *
   * @param sums the sum of {@link StepBlock#sums()} over the blocks
   * @param scaleGradient dL/ds per neuron
   * @return name of the constant to dL/d(free values)
   */
  Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient);
}
