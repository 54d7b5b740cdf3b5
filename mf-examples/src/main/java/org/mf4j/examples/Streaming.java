package org.mf4j.examples;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A signal that arrives sample by sample: {@code rnnTimeStep} carries the states of the memristors
 * from call to call, so the outputs are those of the whole signal fed at once.
 */
public final class Streaming {
  private static final int STEPS = 50;

  private Streaming() {}

  /**
   * Feeds a sine wave step by step and prints how far the outputs are from those of one call.
   *
   * @param args none
   */
  public static void main(String[] args) {
    MultiLayerNetwork network = network();
    INDArray signal = sine();
    double difference =
        network.output(signal).sub(streamed(network, signal)).amaxNumber().doubleValue();
    System.out.printf("%d steps, largest difference %.1e%n", STEPS, difference);
  }

  static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new MemristiveRnn.Builder().nIn(1).nOut(20).build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(20)
                        .nOut(1)
                        .build())
                .build());
    network.init();
    return network;
  }

  /** The signal sin(t / 5), {@code [1,1,T]}. */
  static INDArray sine() {
    INDArray signal = Nd4j.create(DataType.FLOAT, 1, 1, STEPS);
    for (int t = 0; t < STEPS; t++) {
      signal.putScalar(0, 0, t, Math.sin(t / 5.0));
    }
    return signal;
  }

  /** The outputs {@code [1,1,T]} when the network sees one sample per call. */
  static INDArray streamed(MultiLayerNetwork network, INDArray signal) {
    network.rnnClearPreviousState();
    INDArray outputs = Nd4j.create(DataType.FLOAT, 1, 1, STEPS);
    for (int t = 0; t < STEPS; t++) {
      INDArray sample = Nd4j.createFromArray(new float[][] {{signal.getFloat(0, 0, t)}});
      outputs.putScalar(0, 0, t, network.rnnTimeStep(sample).getDouble(0));
    }
    return outputs;
  }
}
