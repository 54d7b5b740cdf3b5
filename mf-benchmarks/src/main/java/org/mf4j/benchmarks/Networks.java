package org.mf4j.benchmarks;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.StateSummary;
import org.mf4j.summaries.SummaryOptions;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The networks around the layers. */
public final class Networks {
  /** Classes that the networks tell apart. */
  public static final int CLASSES = 5;

  private static final double LEARNING_RATE = 1e-3;

  private Networks() {}

  /**
   * A classifier of series by the last state: the layer, softmax, Adam.
   *
   * @param kind the recurrent layer
   * @param neurons N
   * @return an initialised network of one input channel
   */
  public static MultiLayerNetwork classifier(ComparedLayer kind, int neurons) {
    return network(
        kind.lastState(1, neurons),
        new OutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(neurons)
            .nOut(CLASSES)
            .build());
  }

  /**
   * A classifier of every step: the layer and softmax.
   *
   * @param kind the recurrent layer
   * @param neurons N
   * @return an initialised network of one input channel
   */
  public static MultiLayerNetwork classifierOfSteps(ComparedLayer kind, int neurons) {
    return network(
        kind.layer(1, neurons),
        new RnnOutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(neurons)
            .nOut(CLASSES)
            .build());
  }

  /**
   * A classifier of series by the six standard summaries of the states.
   *
   * @param kind the recurrent layer
   * @param neurons N
   * @return an initialised network of one input channel
   */
  public static MultiLayerNetwork classifierOfFeatures(ComparedLayer kind, int neurons) {
    SummaryOptions options = SummaryOptions.standard();
    return network(
        new StateSummary(kind.layer(1, neurons), options),
        new OutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(options.columns(neurons, 1))
            .nOut(CLASSES)
            .build());
  }

  private static MultiLayerNetwork network(Layer... layers) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(LEARNING_RATE))
                .list(layers)
                .build());
    network.init();
    return network;
  }
}
