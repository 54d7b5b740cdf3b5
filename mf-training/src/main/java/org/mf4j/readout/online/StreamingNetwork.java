package org.mf4j.readout.online;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.readout.LinearModel;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A network that reads a stream step by step ({@code rnnTimeStep}) while an online readout takes
 * the place of its output layer.
 *
 * <pre>
 * double[] prediction = stream.step(x);   // advances the state once
 * stream.learn(y);                        // when the truth about that step is known, if ever
 * stream.startSequence();                 // where the next sequence begins, if there are several
 * stream.writeTo(network);                // an ordinary DL4J network
 * </pre>
 */
public final class StreamingNetwork {
  private final MultiLayerNetwork body;
  private final OnlineReadout readout;
  private double[] features;

  /**
   * Starts with an empty state and a copy of all layers but the last.
   *
   * @param network recurrent layers, which may be frozen and read by {@code LastTimeStep}, and a
   *     linear output layer; left as it is
   * @param readout for as many features as the output layer has inputs
   */
  public StreamingNetwork(MultiLayerNetwork network, OnlineReadout readout) {
    this.body = body(network);
    this.readout = readout;
  }

  /** {@code rnnTimeStep} forgets the state of a recurrent layer inside of these two wrappers. */
  private static MultiLayerNetwork body(MultiLayerNetwork network) {
    MultiLayerConfiguration configuration = network.getLayerWiseConfigurations().clone();
    int output = network.getnLayers() - 1;
    configuration.getConfs().remove(output);
    configuration.getInputPreProcessors().remove(output);
    configuration.getConfs().forEach(layer -> layer.setLayer(unwrapped(layer.getLayer())));
    MultiLayerNetwork body = new MultiLayerNetwork(configuration);
    long parameters = network.numParams() - network.getLayer(output).numParams();
    body.init(
        network.params().get(NDArrayIndex.all(), NDArrayIndex.interval(0, parameters)).dup(),
        false);
    return body;
  }

  private static Layer unwrapped(Layer layer) {
    if (layer instanceof FrozenLayer frozen) {
      return unwrapped(frozen.getLayer());
    }
    return layer instanceof LastTimeStep last ? unwrapped(last.getUnderlying()) : layer;
  }

  /**
   * Takes one step.
   *
   * @param x the inputs of this step, nIn numbers
   * @return the readout's prediction, K numbers
   */
  public double[] step(double... x) {
    INDArray input =
        Nd4j.createFromArray(x)
            .castTo(body.getLayerWiseConfigurations().getDataType())
            .reshape(1, x.length, 1);
    features = body.rnnTimeStep(input).castTo(DataType.DOUBLE).dup('c').data().asDouble();
    return readout.predict(features);
  }

  /**
   * Teaches the readout the truth about the last step.
   *
   * @param y K numbers
   * @throws IllegalStateException before the first step
   */
  public void learn(double... y) {
    if (features == null) {
      throw new IllegalStateException("there was no step yet; call step first");
    }
    readout.update(features, y);
  }

  /** Forgets the state, not the readout: a new sequence begins. */
  public void startSequence() {
    body.rnnClearPreviousState();
    features = null;
  }

  /**
   * Writes the readout into the output layer of the network.
   *
   * @param network the network that this was made of
   */
  public void writeTo(MultiLayerNetwork network) {
    LinearModel model = readout.model();
    int output = network.getnLayers() - 1;
    network.setParam(output + "_W", model.weights());
    network.setParam(output + "_b", model.intercept());
  }
}
