package org.mf4j.networks;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.RecurrentStack;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A network in single precision that reads series {@code [B,nIn,T]} through one recurrent layer, or
 * a stack of them, and computes its output {@code [B,K]} from the last state of every series (where
 * masks give the lengths, the last state that is not masked). The output layer starts from zeros.
 */
public final class LastStateNetwork {
  private LastStateNetwork() {}

  /**
   * A network whose recurrent layer is frozen: nothing that DL4J does changes its weights.
   *
   * @param recurrent the layer with nIn and nOut set, parameters {@code "W"} [nIn,N], {@code "RW"}
   *     [N,N], {@code "b"} [1,N]: {@code MemristiveRnn}, {@code LeakyRnn}, DL4J's {@code SimpleRnn}
   * @param weights the weights of that layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      BaseRecurrentLayer recurrent, RecurrentWeights weights, int outputs) {
    MultiLayerNetwork network = frozen(recurrent, List.of(recurrent), outputs);
    weights.copyTo(network, "0_");
    return network;
  }

  /**
   * A network whose recurrent layers are frozen, and whose output reads the last states of all of
   * them.
   *
   * @param stack the layers, each as for the other method
   * @param weights the weights of each layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      RecurrentStack stack, List<RecurrentWeights> weights, int outputs) {
    MultiLayerNetwork network = frozen(stack, stack.getLayers(), outputs);
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).copyTo(network, "0_" + i);
    }
    return network;
  }

  private static MultiLayerNetwork frozen(
      BaseRecurrentLayer recurrent, List<BaseRecurrentLayer> parts, int outputs) {
    OutputLayer output = Head.LINEAR.layer(units(recurrent), outputs);
    Layer layer = new FrozenLayer(new LastTimeStep(recurrent));
    return BlankNetwork.of(new Sgd(), parameters(parts, output), layer, output);
  }

  /**
   * A network all of whose weights are trained.
   *
   * @param recurrent the layer, as for {@link #frozen}
   * @param weights the weights that training starts from
   * @param head what the output layer computes
   * @param outputs K, at least 1
   * @param updater the optimiser
   * @return the network
   */
  public static MultiLayerNetwork trainable(
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      Head head,
      int outputs,
      IUpdater updater) {
    OutputLayer output = head.layer(units(recurrent), outputs);
    MultiLayerNetwork network =
        BlankNetwork.of(
            updater, parameters(List.of(recurrent), output), new LastTimeStep(recurrent), output);
    weights.copyTo(network, "0_");
    return network;
  }

  private static long parameters(List<BaseRecurrentLayer> recurrent, OutputLayer output) {
    long parameters = output.getNOut() * (output.getNIn() + 1);
    for (BaseRecurrentLayer layer : recurrent) {
      parameters += layer.getNOut() * (layer.getNIn() + layer.getNOut() + 1);
    }
    return parameters;
  }

  private static int units(BaseRecurrentLayer recurrent) {
    return (int) recurrent.getNOut();
  }
}
