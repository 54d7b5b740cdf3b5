package org.mf4j.readout;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An affine map y = x W + c.
 *
 * @param weights W {@code [N,K]}, double precision
 * @param intercept c {@code [1,K]}, double precision
 */
public record LinearModel(INDArray weights, INDArray intercept) {
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
