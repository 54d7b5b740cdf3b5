package org.mf4j.readout;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An affine map y = x W + c.
 *
 * @param weights W {@code [N,K]}, double precision
 * @param intercept c {@code [1,K]}, double precision
 */
public record LinearModel(INDArray weights, INDArray intercept) {

  /** The map with these weights that takes the mean of x to the mean of y. */
  static LinearModel through(DMatrixRMaj meanX, DMatrixRMaj meanY, DMatrixRMaj weights) {
    DMatrixRMaj intercept = meanY.copy();
    CommonOps_DDRM.multAdd(-1, meanX, weights, intercept);
    return new LinearModel(DenseMatrices.toNd4j(weights), DenseMatrices.toNd4j(intercept));
  }

  /**
   * Applies the map.
   *
   * @param features x {@code [n,N]}
   * @return y {@code [n,K]} in double precision
   */
  public INDArray predict(INDArray features) {
    return features.castTo(weights.dataType()).mmul(weights).addi(intercept);
  }
}
