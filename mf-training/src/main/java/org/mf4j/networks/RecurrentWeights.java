package org.mf4j.networks;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of a recurrent layer, in the row-vector convention u = x W + h RW + b.
 *
 * @param input W {@code [nIn][N]}
 * @param recurrent RW {@code [N][N]}
 * @param bias b {@code [1][N]}
 */
// Bulk numbers stay in arrays; weights are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record RecurrentWeights(double[][] input, double[][] recurrent, double[][] bias) {

  /**
   * Copies the weights into a layer of a network.
   *
   * @param network the network
   * @param layer the index of the layer, which has the parameters {@code "W"}, {@code "RW"} and
   *     {@code "b"} of these shapes
   */
  void copyTo(MultiLayerNetwork network, int layer) {
    network.setParam(layer + "_W", Nd4j.create(input));
    network.setParam(layer + "_RW", Nd4j.create(recurrent));
    network.setParam(layer + "_b", Nd4j.create(bias));
  }
}
