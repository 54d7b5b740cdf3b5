package org.mf4j.networks;

import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A network in single precision that reads series {@code [B,nIn,T]} through one recurrent layer and
 * computes an output {@code [B,K,T]} from every state. The output layer starts from zeros.
 */
public final class EveryStepNetwork {
  private EveryStepNetwork() {}

  /**
   * A network whose recurrent layer is frozen: nothing that DL4J does changes its weights.
   *
   * @param recurrent the layer, as for {@link LastStateNetwork#frozen}
   * @param weights the weights of that layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      BaseRecurrentLayer recurrent, RecurrentWeights weights, int outputs) {
    RnnOutputLayer output =
        new RnnOutputLayer.Builder(LossFunction.MSE)
            .activation(Activation.IDENTITY)
            .nIn(recurrent.getNOut())
            .nOut(outputs)
            .build();
    return LastStateNetwork.build(
        new FrozenLayer(recurrent), recurrent, weights, output, new Sgd());
  }
}
