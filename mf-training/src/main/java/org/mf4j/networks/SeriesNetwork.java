package org.mf4j.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.CellRnn;
import org.mf4j.layers.InputDifferences;
import org.mf4j.layers.InputKernels;
import org.mf4j.layers.InputViews;
import org.mf4j.layers.RecurrentStack;
import org.mf4j.layers.StateSummary;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A network in single precision that reads series {@code [B,nIn,T]} through one recurrent layer, or
 * a stack of them, and computes its output {@code [B,K]} from what is read off the states: the last
 * state (where masks give the lengths, the last one that is not masked), or summaries of whole
 * trajectories. The output layer starts from zeros. Its layers, of which only the third and the
 * last are always there:
 *
 * <ol>
 *   <li>{@link InputDifferences}: the series and its differences
 *   <li>{@link InputKernels}: dilated kernels of both
 *   <li>{@link StateSummary} around the recurrent layer
 *   <li>y = max(-1, min(1, w f + c)) per feature: DL4J's element-wise product with a hard tanh,
 *       which {@link FeatureRange} sets to the range of the training set
 *   <li>s / (1 + |s|), s = w y + c: the same with a soft sign, s standardised
 *   <li>the output layer
 * </ol>
 *
 * <p>A network that answers at every step, {@code [B,K,T]}, has the recurrent layer itself in place
 * of the third.
 */
public final class SeriesNetwork {
  /** DL4J would take one from the clock and write it into the configuration. */
  private static final long UNUSED_SEED = 0;

  private static final SummaryOptions LAST_STATE = SummaryOptions.of(new Last());

  private SeriesNetwork() {}

  /**
   * A network that reads the last state of a layer that is frozen: nothing that DL4J does changes
   * its weights. With {@code rnnTimeStep} it answers after every sample of a stream.
   *
   * @param recurrent the layer with nIn and nOut set, parameters {@code "W"} [nIn,N], {@code "RW"}
   *     [N,N], {@code "b"} [1,N]: {@code MemristiveRnn}, {@code LeakyRnn}, DL4J's {@code SimpleRnn}
   * @param weights the weights of that layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      BaseRecurrentLayer recurrent, RecurrentWeights weights, int outputs) {
    return frozen(List.of(), recurrent, weights, FeatureOptions.of(LAST_STATE), outputs);
  }

  /**
   * A network that sees views of the series and reads summaries of a frozen layer. What is clipped
   * and squashed, and the output layer, are 0 and have yet to be found.
   *
   * @param views what shows the series in more channels, in order; none for the series alone
   * @param recurrent the layer, as above, nIn for all channels that are shown
   * @param weights the weights of that layer
   * @param features what is read off the states
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      List<InputViews> views,
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      FeatureOptions features,
      int outputs) {
    int width =
        Math.toIntExact(features.summaries().columns(recurrent.getNOut(), recurrent.getNIn()));
    List<Layer> layers = new ArrayList<>(views);
    // DL4J's LastTimeStep goes through the states of all steps, and its rnnTimeStep fails.
    layers.add(new FrozenLayer(new StateSummary(recurrent, features.summaries())));
    long parameters = parameters(recurrent);
    for (Activation activation : features.activations()) {
      layers.add(new FrozenLayer(elementWise(width, activation)));
      parameters += 2L * width;
    }
    OutputLayer output = Head.LINEAR.layer(width, outputs);
    layers.add(output);
    parameters += parameters(output);
    MultiLayerNetwork network = blank(Optimiser.NONE, parameters, layers.toArray(new Layer[0]));
    start(network, views.size() + "_", recurrent, weights);
    return network;
  }

  /**
   * A network that shows the states of a frozen layer: they are the activations of the layer before
   * the last.
   *
   * @param views what shows the series in more channels, in order
   * @param recurrent the layer, as above
   * @param weights the weights of that layer
   * @return the network
   */
  public static MultiLayerNetwork states(
      List<InputViews> views, BaseRecurrentLayer recurrent, RecurrentWeights weights) {
    List<Layer> layers = new ArrayList<>(views);
    RnnOutputLayer output = everyStep(recurrent, 1);
    layers.add(new FrozenLayer(recurrent));
    layers.add(output);
    long parameters = parameters(recurrent) + parameters(output);
    MultiLayerNetwork network = blank(Optimiser.NONE, parameters, layers.toArray(new Layer[0]));
    start(network, views.size() + "_", recurrent, weights);
    return network;
  }

  private static ElementWiseMultiplicationLayer elementWise(int features, Activation activation) {
    return new ElementWiseMultiplicationLayer.Builder()
        .nIn(features)
        .nOut(features)
        .activation(activation)
        .build();
  }

  /**
   * A network that reads the last states of all layers of a frozen stack: a deep reservoir.
   *
   * @param stack the layers, each as above
   * @param weights the weights of each layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork frozen(
      RecurrentStack stack, List<RecurrentWeights> weights, int outputs) {
    OutputLayer output = Head.LINEAR.layer((int) stack.getNOut(), outputs);
    MultiLayerNetwork network =
        blank(
            Optimiser.NONE,
            stack.initializer().numParams(stack) + parameters(output),
            new FrozenLayer(new StateSummary(stack, LAST_STATE)),
            output);
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).copyTo(network, "0_" + i);
    }
    return network;
  }

  /**
   * A network that reads the last state, all of whose weights are trained.
   *
   * @param recurrent the layer, as above
   * @param weights the weights that training starts from
   * @param head what the output layer computes
   * @param outputs K, at least 1
   * @param optimiser how
   * @return the network
   */
  public static MultiLayerNetwork trainable(
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      Head head,
      int outputs,
      Optimiser optimiser) {
    return build(
        optimiser,
        new StateSummary(recurrent, LAST_STATE),
        recurrent,
        weights,
        head.layer((int) recurrent.getNOut(), outputs));
  }

  /**
   * A network that reads the mean states of two layers, one of which reads series backwards, all of
   * whose weights are trained. (DL4J turns the backward states around, so the last step has the
   * first of them, and its {@code Bidirectional} of a {@code LastTimeStep} has no gradient.) It
   * does not answer to {@code rnnTimeStep}.
   *
   * @param recurrent the layer, as above
   * @param forward the weights that training starts from
   * @param backward those of the layer that reads backwards
   * @param head what the output layer computes
   * @param outputs K, at least 1
   * @param optimiser how
   * @return the network
   */
  public static MultiLayerNetwork bidirectional(
      BaseRecurrentLayer recurrent,
      RecurrentWeights forward,
      RecurrentWeights backward,
      Head head,
      int outputs,
      Optimiser optimiser) {
    OutputLayer output = head.layer(2 * (int) recurrent.getNOut(), outputs);
    MultiLayerNetwork network =
        blank(
            optimiser,
            2 * parameters(recurrent) + parameters(output),
            new Bidirectional(Bidirectional.Mode.CONCAT, recurrent),
            new GlobalPoolingLayer(PoolingType.AVG),
            output);
    start(network, "0_f", recurrent, forward);
    start(network, "0_b", recurrent, backward);
    return network;
  }

  /**
   * A network that answers at every step, {@code [B,K,T]}, through a frozen layer.
   *
   * @param recurrent the layer, as above
   * @param weights the weights of that layer
   * @param outputs K, at least 1
   * @return the network, with a linear output layer
   */
  public static MultiLayerNetwork everyStep(
      BaseRecurrentLayer recurrent, RecurrentWeights weights, int outputs) {
    RnnOutputLayer output = everyStep(recurrent, outputs);
    return build(Optimiser.NONE, new FrozenLayer(recurrent), recurrent, weights, output);
  }

  private static RnnOutputLayer everyStep(BaseRecurrentLayer recurrent, int outputs) {
    return new RnnOutputLayer.Builder(LossFunction.MSE)
        .activation(Activation.IDENTITY)
        .nIn(recurrent.getNOut())
        .nOut(outputs)
        .build();
  }

  private static MultiLayerNetwork build(
      Optimiser optimiser,
      Layer layer,
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights,
      BaseOutputLayer output) {
    MultiLayerNetwork network =
        blank(optimiser, parameters(recurrent) + parameters(output), layer, output);
    start(network, "0_", recurrent, weights);
    return network;
  }

  /** Weights as given, and constants that are learned as the configuration has them. */
  private static void start(
      MultiLayerNetwork network,
      String prefix,
      BaseRecurrentLayer recurrent,
      RecurrentWeights weights) {
    weights.copyTo(network, prefix);
    if (recurrent instanceof CellRnn rnn) {
      rnn.cell()
          .freeConstants()
          .forEach(
              (name, values) ->
                  network.setParam(prefix + name, Nd4j.create(new double[][] {values})));
    }
  }

  private static long parameters(BaseRecurrentLayer recurrent) {
    return recurrent.initializer().numParams(recurrent);
  }

  private static long parameters(BaseOutputLayer output) {
    return output.getNOut() * (output.getNIn() + 1);
  }

  /**
   * All parameters are 0. DL4J's {@code evaluate} would refuse the linear outputs of a readout that
   * was solved, whose largest names the class; it is told not to.
   */
  private static MultiLayerNetwork blank(Optimiser optimiser, long parameters, Layer... layers) {
    Stream.of(layers).forEach(optimiser::applyTo);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(UNUSED_SEED)
                .dataType(DataType.FLOAT)
                .updater(optimiser.updater())
                .list(layers)
                .build());
    network.getLayerWiseConfigurations().setValidateOutputLayerConfig(false);
    // DL4J would draw weights from ND4J's global generator; given zeros it draws none.
    network.init(Nd4j.zeros(DataType.FLOAT, 1, parameters), false);
    return network;
  }

  /**
   * A network whose readout has yet to be found, in place of the one that it has.
   *
   * @param network one of these networks; left as it is
   * @param head what the output layer computes
   * @param outputs K, at least 1
   * @return a network of the same recurrent weights, with an output layer of zeros
   */
  public static MultiLayerNetwork withOutputs(MultiLayerNetwork network, Head head, int outputs) {
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations().clone();
    configuration.setValidateOutputLayerConfig(false);
    int last = network.getnLayers() - 1;
    BaseOutputLayer readout = (BaseOutputLayer) configuration.getConf(last).getLayer();
    long before = network.numParams() - parameters(readout);
    head.applyTo(readout);
    readout.setNOut(outputs);
    configuration.getConfs().forEach(NeuralNetConfiguration::clearVariables);
    INDArray parameters = Nd4j.zeros(DataType.FLOAT, 1, before + parameters(readout));
    INDArrayIndex[] unchanged = {NDArrayIndex.all(), NDArrayIndex.interval(0, before)};
    parameters.get(unchanged).assign(network.params().get(unchanged));
    MultiLayerNetwork linear = new MultiLayerNetwork(configuration);
    linear.init(parameters, false);
    return linear;
  }

  /**
   * How many channels the series of a network have.
   *
   * @param network one of these networks
   * @return nIn of the network
   */
  public static long channels(MultiLayerNetwork network) {
    int views = views(network);
    long channels = nIn(network, views);
    for (int i = views - 1; i >= 0; i--) {
      channels = ((InputViews) layer(network, i)).channelsBefore(channels);
    }
    return channels;
  }

  /**
   * Whether the outputs of a network are probabilities of classes.
   *
   * @param network one of these networks
   * @return true if its output layer ends in a softmax or a sigmoid
   */
  public static boolean givesProbabilities(MultiLayerNetwork network) {
    IActivation last = ((BaseLayer) layer(network, network.getnLayers() - 1)).getActivationFn();
    return last instanceof ActivationSoftmax || last instanceof ActivationSigmoid;
  }

  /**
   * How many channels the recurrent layer sees, the views of the series included.
   *
   * @param network one of these networks
   * @return nIn of that layer
   */
  public static long channelsSeen(MultiLayerNetwork network) {
    return nIn(network, views(network));
  }

  /** How many layers show the series in more channels; the recurrent layer follows them. */
  static int views(MultiLayerNetwork network) {
    int views = 0;
    while (layer(network, views) instanceof InputViews) {
      views++;
    }
    return views;
  }

  private static Layer layer(MultiLayerNetwork network, int index) {
    return network.getLayer(index).conf().getLayer();
  }

  private static long nIn(MultiLayerNetwork network, int layer) {
    Layer reading = layer(network, layer);
    while (reading instanceof BaseWrapperLayer wrapper) {
      reading = wrapper.getUnderlying();
    }
    return reading instanceof Bidirectional both
        ? both.getNIn()
        : ((FeedForwardLayer) reading).getNIn();
  }
}
