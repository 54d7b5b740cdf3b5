package org.mf4j.readout;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An affine map y = x W + c.
 *
 * @param weights W {@code [N,K]}, double precision
 * @param intercept c {@code [1,K]}, double precision
 */
public record LinearModel(INDArray weights, INDArray intercept) {

  /** The map with these weights that takes the mean of x to the mean of y. */
  static LinearModel through(INDArray meanX, INDArray meanY, INDArray weights) {
    return new LinearModel(weights, meanY.sub(meanX.mmul(weights)));
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
