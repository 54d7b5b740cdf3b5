package org.mf4j.networks;

import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.InputDifferences;
import org.mf4j.layers.StateSummary;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * A network in single precision that reads series {@code [B,nIn,T]} and their differences, and
 * computes its output {@code [B,K]} from summaries of whole trajectories. Its four layers:
 *
 * <ol>
 *   <li value="0">{@link InputDifferences}
 *   <li>{@link StateSummary} around the recurrent layer, frozen
 *   <li>y = max(-1, min(1, w f + c)) per feature, frozen: DL4J's element-wise product with a hard
 *       tanh, which {@link FeatureRange} sets to the range of the training set
 *   <li>the output layer, linear
 * </ol>
 */
public final class TrajectoryNetwork {
  /** The index of the layer that emits the summaries. */
  static final int SUMMARY = 1;

  /** The index of the layer that scales and clips them. */
  static final int RANGE = 2;

  private TrajectoryNetwork() {}

  /**
   * Assembles the network; the range and the output layer are 0 and have yet to be found.
   *
   * @param differences the extra channels
   * @param recurrent the layer with nIn (all views together) and nOut set, as for {@link
   *     LastStateNetwork#frozen}
   * @param weights the weights of that layer
   * @param summaries the features
   * @param outputs K, at least 1
   * @return the network
   */
  public static MultiLayerNetwork frozen(
      InputDifferences differences,
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      SummaryOptions summaries,
      int outputs) {
    long n = recurrent.getNOut();
    int features = Math.toIntExact(summaries.columns(n, recurrent.getNIn()));
    long parameters =
        n * (recurrent.getNIn() + n + 1) + 2L * features + (long) outputs * (features + 1);
    MultiLayerNetwork network =
        BlankNetwork.of(
            new Sgd(),
            parameters,
            differences,
            new FrozenLayer(new StateSummary(recurrent, summaries)),
            new FrozenLayer(range(features)),
            Head.LINEAR.layer(features, outputs));
    weights.copyTo(network, SUMMARY + "_");
    return network;
  }

  private static ElementWiseMultiplicationLayer range(int features) {
    return new ElementWiseMultiplicationLayer.Builder()
        .nIn(features)
        .nOut(features)
        .activation(Activation.HARDTANH)
        .build();
  }

  /**
   * How many channels the series of a network have.
   *
   * @param network a {@link TrajectoryNetwork} or a {@link LastStateNetwork}
   * @return nIn of the network
   */
  public static long channels(MultiLayerNetwork network) {
    if (network.getLayer(0).conf().getLayer() instanceof InputDifferences differences) {
      return nIn(network, SUMMARY) / differences.views();
    }
    return nIn(network, 0);
  }

  private static long nIn(MultiLayerNetwork network, int layer) {
    return ((FeedForwardLayer) network.getLayer(layer).conf().getLayer()).getNIn();
  }
}
