package org.mf4j.examples;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.adapter.SingletonDataSetIterator;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Which steps lie between two pulses? Half of the series have a second pulse and half have not, so
 * after the first one only the future knows: a {@link Bidirectional} layer can tell, a layer that
 * reads forward cannot. The series have 15 to 30 steps; masks say which columns of a batch are
 * there, so padding counts neither in the loss nor in the accuracy.
 */
public final class BidirectionalWithMasks {
  private static final int LENGTH = 30;

  private BidirectionalWithMasks() {}

  /**
   * Trains both ways and prints both accuracies per step.
   *
   * @param args the number of epochs; 100 if absent
   */
  public static void main(String[] args) {
    int epochs = args.length == 0 ? 100 : Integer.parseInt(args[0]);
    System.out.printf("forward only:    %.3f of the steps right%n", accuracy(layer(), epochs));
    Layer both = new Bidirectional(Bidirectional.Mode.CONCAT, layer());
    System.out.printf("both directions: %.3f of the steps right%n", accuracy(both, epochs));
  }

  static MemristiveRnn layer() {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(0.99).withSlope(5);
    return new MemristiveRnn.Builder().nOut(24).dynamics(dynamics).build();
  }

  static double accuracy(Layer layer, int epochs) {
    var softmax = new RnnOutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build();
    var layers = new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)).list();
    layers.layer(layer).layer(softmax).setInputType(InputType.recurrent(1));
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    network.fit(new SingletonDataSetIterator(series(128, 1)), epochs);
    return network.evaluate(new SingletonDataSetIterator(series(256, 2))).accuracy();
  }

  /** Features [B,1,T], labels [B,2,T] and one mask [B,T] for both. */
  static DataSet series(int count, long seed) {
    SeededRandom random = new SeededRandom(seed);
    float[][][] x = new float[count][1][LENGTH];
    float[][][] y = new float[count][2][LENGTH];
    float[][] mask = new float[count][LENGTH];
    for (int i = 0; i < count; i++) {
      int length = LENGTH / 2 + random.nextInt(LENGTH / 2 + 1);
      int first = random.nextInt(length / 2);
      int second = i % 2 == 0 ? length / 2 + random.nextInt(length / 2) : first;
      x[i][0][first] = 1;
      x[i][0][second] = 1;
      for (int t = 0; t < length; t++) {
        y[i][t > first && t < second ? 1 : 0][t] = 1;
        mask[i][t] = 1;
      }
    }
    return new DataSet(Nd4j.create(x), Nd4j.create(y), Nd4j.create(mask), Nd4j.create(mask));
  }
}
