package org.mf4j.networks;

import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.RecurrentStack;
import org.mf4j.layers.StateSummary;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.SummaryOptions;
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
   * A network whose recurrent layer is frozen: nothing that DL4J does changes its weights. With
   * {@code rnnTimeStep} it answers after every sample of a stream.
   *
   * @param recurrent the layer with nIn and nOut set, parameters {@code "W"} [nIn,N], {@code "RW"}
   *     [N,N], {@code "b"} [1,N]: {@code MemristiveRnn}, {@code LeakyRnn}, DL4J's {@code SimpleRnn}
   * @param weights the weights of that layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      BaseRecurrentLayer recurrent, RecurrentWeights weights, int outputs) {
    return build(
        new FrozenLayer(lastState(recurrent)),
        recurrent,
        weights,
        Head.LINEAR.layer(units(recurrent), outputs),
        new Sgd());
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
    OutputLayer output = Head.LINEAR.layer(units(stack), outputs);
    long parameters =
        stack.initializer().numParams(stack) + output.getNOut() * (output.getNIn() + 1);
    MultiLayerNetwork network =
        BlankNetwork.of(new Sgd(), parameters, new FrozenLayer(lastState(stack)), output);
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).copyTo(network, "0_" + i);
    }
    return network;
  }

  private static StateSummary lastState(BaseRecurrentLayer recurrent) {
    // DL4J's LastTimeStep goes through the states of all steps, and its rnnTimeStep fails.
    return new StateSummary(recurrent, SummaryOptions.of(new Last()));
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
    return build(
        lastState(recurrent), recurrent, weights, head.layer(units(recurrent), outputs), updater);
  }

  static MultiLayerNetwork build(
      Layer layer,
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      BaseOutputLayer output,
      IUpdater updater) {
    long n = recurrent.getNOut();
    long parameters = n * (recurrent.getNIn() + n + 1) + output.getNOut() * (n + 1);
    MultiLayerNetwork network = BlankNetwork.of(updater, parameters, layer, output);
    weights.copyTo(network, "0_");
    return network;
  }

  private static int units(BaseRecurrentLayer recurrent) {
    return (int) recurrent.getNOut();
  }
}
