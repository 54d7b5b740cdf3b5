package org.mf4j.networks;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * A network in single precision whose parameters are all 0. DL4J's {@code evaluate} would refuse
 * the linear outputs of a readout that was solved, whose largest names the class; it is told not
 * to.
 */
final class BlankNetwork {
  /** DL4J would take one from the clock and write it into the configuration. */
  private static final long UNUSED_SEED = 0;

  private BlankNetwork() {}

  static MultiLayerNetwork of(IUpdater updater, long parameters, Layer... layers) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(UNUSED_SEED)
                .dataType(DataType.FLOAT)
                .updater(updater)
                .list(layers)
                .build());
    network.getLayerWiseConfigurations().setValidateOutputLayerConfig(false);
    // DL4J would draw weights from ND4J's global generator; given zeros it draws none.
    network.init(Nd4j.zeros(DataType.FLOAT, 1, parameters), false);
    return network;
  }
}
