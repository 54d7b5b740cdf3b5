package org.mf4j.examples;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A memristive layer where a DL4J network would have an LSTM: nothing else changes, {@code fit} and
 * {@code evaluate} are DL4J's own.
 */
public final class DropInLayer {
  private static final int BATCH_SIZE = 64;
  private static final long SEED = 1;

  private DropInLayer() {}

  /**
   * Trains on the control charts and prints the accuracy on the test set.
   *
   * @param args the number of epochs; 100 if absent
   */
  public static void main(String[] args) {
    int epochs = args.length == 0 ? 100 : Integer.parseInt(args[0]);
    System.out.printf("accuracy after %d epochs: %.3f%n", epochs, accuracyAfter(epochs));
  }

  static double accuracyAfter(int epochs) {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(charts));
    network.init();
    network.fit(
        SeriesIterator.shuffled(charts.train(), TargetCoding.ONE_HOT, BATCH_SIZE, SEED), epochs);
    return network
        .evaluate(SeriesIterator.inOrder(charts.test(), TargetCoding.ONE_HOT, BATCH_SIZE))
        .accuracy();
  }

  private static MultiLayerConfiguration configuration(DatasetSplit data) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(0.8).withSlope(5);
    return new NeuralNetConfiguration.Builder()
        .seed(SEED)
        .updater(new Adam(0.001))
        .list()
        .layer(new LastTimeStep(new MemristiveRnn.Builder().nOut(100).dynamics(dynamics).build()))
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(data.train().classes().size())
                .build())
        .setInputType(InputType.recurrent(data.train().channels()))
        .build();
  }
}
