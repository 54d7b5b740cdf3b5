package org.mf4j.networks;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of a recurrent layer, in the row-vector convention u = x W + h RW + b.
 *
 * @param input W {@code [nIn][N]}, or k N columns where a neuron has k pre-activations
 * @param recurrent RW {@code [N][N]}, likewise
 * @param bias b {@code [1][N]}, likewise
 */
// Bulk numbers stay in arrays; weights are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record RecurrentWeights(double[][] input, double[][] recurrent, double[][] bias) {

  /**
   * Copies the weights into a layer of a network.
   *
   * @param network the network
   * @param prefix what the names {@code "W"}, {@code "RW"} and {@code "b"} of the layer's
   *     parameters, which have these shapes, follow in the network: {@code "0_"}, or {@code "0_1"}
   *     for the second layer of a stack
   */
  void copyTo(MultiLayerNetwork network, String prefix) {
    network.setParam(prefix + "W", Nd4j.create(input));
    network.setParam(prefix + "RW", Nd4j.create(recurrent));
    network.setParam(prefix + "b", Nd4j.create(bias));
  }
}
