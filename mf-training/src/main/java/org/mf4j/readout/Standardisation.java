package org.mf4j.readout;

import org.mf4j.engine.Workers;
import org.mf4j.readout.algebra.RowMajor;
import org.mf4j.readout.algebra.SymmetricTiles;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What is subtracted from every feature and what it is multiplied by afterwards: 1, or 1 / standard
 * deviation, or 0 for a feature that hardly varies and is therefore dropped.
 */
final class Standardisation {
  /**
   * Relative to max(1, |mean|): the states of networks are single precision, in which a constant
   * computed in two ways differs by 1e-7 of itself.
   */
  static final double SMALLEST_DEVIATION = 1e-6;

  /** Rows per task. */
  private static final int CHUNK = 64;

  private final double[] mean;
  private final double[] factor;

  Standardisation(double[] mean, double[] factor) {
    this.mean = mean;
    this.factor = factor;
  }

  double[] mean() {
    return mean;
  }

  /**
   * From the moments of the training set.
   *
   * @param mean the means
   * @param variance of the whole set, not of a sample: divided by the sum of the weights
   * @param standardise whether to scale at all
   */
  static Standardisation of(double[] mean, double[] variance, boolean standardise) {
    double[] factor = new double[mean.length];
    for (int j = 0; j < factor.length; j++) {
      double deviation = Math.sqrt(variance[j]);
      boolean varies = deviation >= SMALLEST_DEVIATION * Math.max(1, Math.abs(mean[j]));
      factor[j] = !standardise ? 1 : varies ? 1 / deviation : 0;
    }
    return new Standardisation(mean, factor);
  }

  /** Multiplies the columns of {@code [n,N]} in place. */
  void scaleColumns(INDArray matrix) {
    Workers.runParts(
        (int) matrix.size(0),
        CHUNK,
        (from, to) ->
            matrix
                .get(NDArrayIndex.interval(from, to), NDArrayIndex.all())
                .muliRowVector(RowMajor.row(factor)));
  }

  /** Multiplies the rows of {@code [N,n]} in place. */
  INDArray scaleRows(INDArray matrix) {
    return matrix.muliColumnVector(RowMajor.column(factor));
  }

  /** Multiplies rows and columns of {@code [N,N]} in place. */
  void scaleBoth(SymmetricTiles matrix) {
    matrix.scale(factor);
  }
}
