package org.mf4j.cells;

import java.util.Map;

/** A cell's step and its adjoint on float arrays, prepared for given constants. */
public interface CellKernel {
  /**
   * The factor s of the pre-activations.
   *
   * @return one value per column of W, RW and b, or an empty array where all are 1
   */
  double[] scale();

  /**
   * Prepares scratch memory for series that are stepped together.
   *
   * @param rows the number of series
   * @return the step
   */
  StepKernel step(int rows);

  /**
   * The gradient of the learned constants.
   *
   * @param sums the sum of {@link StepKernel#sums()} over all series
   * @param scaleGradient dL/ds per column
   * @return name of the constant to dL/d(free values)
   */
  Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient);
}
