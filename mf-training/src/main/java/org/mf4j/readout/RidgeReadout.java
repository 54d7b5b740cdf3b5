package org.mf4j.readout;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * Solves the output layer of a network by ridge regression on what the layer before it emits. The
 * output layer must be linear (activation identity); afterwards the network is an ordinary one,
 * which DL4J saves, loads and runs: standardisation is folded into its weights.
 *
 * @param options how lambda is found, standardisation, balance of classes, calibration
 */
public record RidgeReadout(RidgeOptions options) {
  /**
   * With a given lambda, features as they are.
   *
   * @param lambda the penalty, 0 or above; the papers use 1
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public RidgeReadout(double lambda) {
    this(RidgeOptions.fixed(lambda));
  }

  /**
   * Fits the output layer. Classes are regressed one against the rest on labels +1 and -1 ({@code
   * TargetCoding.PLUS_MINUS_ONE}), so that the largest output names the class.
   *
   * <p>Memory is O(N<sup>2</sup>) for N units before the output layer, whatever the number of
   * examples. Leaving one out, and calibrating, pass through the network once more where the
   * features of all examples exceed N<sup>2</sup> numbers and 32 MiB; balancing classes reads the
   * labels once more.
   *
   * @param network the network; its output layer's parameters are replaced
   * @param examples features, with masks where lengths differ, and labels {@code [B,K]}, regressed
   *     as they are, or {@code [B,K,T]}, of which every step that the labels' mask (or else the
   *     features') leaves is an example; read from its start
   * @return what was fitted and how it was chosen
   * @throws IllegalArgumentException if the network does not end in a linear output layer, a
   *     feature is not finite, or no lambda has a finite error
   * @throws IllegalStateException if there are no examples
   */
  public RidgeFit fit(MultiLayerNetwork network, DataSetIterator examples) {
    return fit(network, 0, examples);
  }

  /**
   * Fits the output layer, as {@link #fit(MultiLayerNetwork, DataSetIterator)}, to examples that
   * have run through the first layers of the network already.
   *
   * @param network the network; its output layer's parameters are replaced
   * @param layer the index of the layer that takes the features; those behind it take no masks
   * @param examples features as that layer takes them, and labels
   * @return what was fitted and how it was chosen
   * @throws IllegalArgumentException as there
   * @throws IllegalStateException if there are no examples
   */
  public RidgeFit fit(MultiLayerNetwork network, int layer, DataSetIterator examples) {
    return solve(network, new RowSource.Network(network, layer, examples));
  }

  /**
   * Fits the output layer to long series: as {@link #fit}, with the same result, but every batch
   * runs through the network in pieces of some hundred steps, so that memory does not grow with the
   * length of the series.
   *
   * @param network a network of recurrent layers that carry a state forward, as {@code rnnTimeStep}
   *     needs them, and a linear output layer at every step
   * @param examples features {@code [B,nIn,T]} and labels {@code [B,K,T]}; a step that the labels'
   *     mask (or else the features') sets to 0 takes no part in the fit, as in a washout
   * @return what was fitted and how it was chosen
   * @throws IllegalArgumentException as {@link #fit}, or if an array has another rank
   * @throws IllegalStateException if there are no examples
   */
  public RidgeFit fitStreams(MultiLayerNetwork network, DataSetIterator examples) {
    return solve(network, new RowSource.Stream(new RowSource.Network(network, examples)));
  }

  private RidgeFit solve(MultiLayerNetwork network, RowSource examples) {
    requireLinearOutput(network);
    return put(network, Ridge.fit(examples, options));
  }

  /**
   * Fits the output layer from sums over what the layer before it emits, wherever they were made.
   *
   * @param network the network; its output layer's parameters are replaced
   * @param statistics of the features and labels of all examples
   * @return what was fitted and how it was chosen
   * @throws IllegalArgumentException if the network does not end in a linear output layer, or the
   *     options need the examples
   * @throws IllegalStateException if there are no examples
   */
  public RidgeFit fit(MultiLayerNetwork network, SufficientStatistics statistics) {
    requireLinearOutput(network);
    return put(network, Ridge.fit(statistics, options));
  }

  /**
   * Puts into the output layer what was fitted elsewhere, as by {@link DistributedRidge}.
   *
   * @param network the network; its output layer's parameters are replaced
   * @param fit what was fitted to what the layer before it emits
   * @return the same fit
   */
  public static RidgeFit put(MultiLayerNetwork network, RidgeFit fit) {
    int output = network.getnLayers() - 1;
    network.setParam(output + "_W", fit.model().weights());
    network.setParam(output + "_b", fit.model().intercept());
    return fit;
  }

  /**
   * A network that emits probabilities of classes: a copy whose output layer has weights W / T,
   * intercept c / T, activation softmax and cross-entropy as its loss. It names the same classes;
   * evaluate it with labels that are 1 for the class and 0 elsewhere.
   *
   * @param linear a network whose output layer was fitted; left as it is
   * @param scaling T, from the {@linkplain RidgeFit#calibration() calibration} of the fit
   * @return an ordinary network
   * @throws IllegalArgumentException if the network does not end in a linear output layer
   */
  public static MultiLayerNetwork probabilistic(
      MultiLayerNetwork linear, TemperatureScaling scaling) {
    requireLinearOutput(linear);
    int output = linear.getnLayers() - 1;
    MultiLayerConfiguration configuration = linear.getLayerWiseConfigurations().clone();
    BaseOutputLayer layer = (BaseOutputLayer) configuration.getConf(output).getLayer();
    layer.setActivationFn(new ActivationSoftmax());
    layer.setLossFn(new LossMCXENT());
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init(linear.params().dup(), false);
    for (String name : new String[] {output + "_W", output + "_b"}) {
      network.setParam(name, linear.getParam(name).div(scaling.temperature()));
    }
    return network;
  }

  static void requireLinearOutput(MultiLayerNetwork network) {
    Layer layer = network.getLayer(network.getnLayers() - 1).conf().getLayer();
    if (!(layer instanceof BaseOutputLayer output)
        || !(output.getActivationFn() instanceof ActivationIdentity)) {
      throw new IllegalArgumentException(
          "network: its last layer is no output layer with activation identity, which is what a"
              + " ridge readout solves");
    }
  }
}
