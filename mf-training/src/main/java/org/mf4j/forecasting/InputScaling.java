package org.mf4j.forecasting;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Folds (x - mean) / std into the weights of a recurrent layer: W becomes diag(1 / std) W and b
 * becomes b - (mean / std) W, so that the layer computes from x what it computed from the scaled x.
 * A constant channel is only centred.
 */
final class InputScaling {
  private InputScaling() {}

  /**
   * Folds.
   *
   * @param network a network whose first layer has the parameters {@code "W"} and {@code "b"}
   * @param series {@code [1,nIn,T]}, whose means and deviations are taken
   */
  static void fold(MultiLayerNetwork network, INDArray series) {
    INDArray x = series.castTo(DataType.DOUBLE);
    INDArray mean = x.mean(2);
    INDArray std = x.std(false, 2);
    for (int c = 0; c < std.length(); c++) {
      double scale = std.getDouble(c);
      std.putScalar(0, c, scale > 1e-12 * Math.abs(mean.getDouble(c)) && scale > 0 ? scale : 1);
    }
    INDArray weights = network.getParam("0_W").castTo(DataType.DOUBLE);
    INDArray scaled = weights.divColumnVector(std.transpose());
    network.setParam("0_b", network.getParam("0_b").castTo(DataType.DOUBLE).sub(mean.mmul(scaled)));
    network.setParam("0_W", scaled);
  }
}
