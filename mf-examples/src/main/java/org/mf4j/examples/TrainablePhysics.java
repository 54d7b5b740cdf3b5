package org.mf4j.examples;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Which device would suit this task? {@code trainable} makes physical constants parameters of the
 * layer, learned with the weights and kept in their ranges by construction. Here the neurons start
 * with a step that is much too small, so that they hardly move during a series; training finds a
 * better one. The exact step stays stable wherever learning leads, which Euler's does not.
 */
public final class TrainablePhysics {
  private static final int BATCH_SIZE = 64;

  private TrainablePhysics() {}

  /**
   * Trains with fixed and with learned constants and prints what became of them.
   *
   * @param args the number of epochs; 30 if absent
   */
  public static void main(String[] args) {
    int epochs = args.length == 0 ? 30 : Integer.parseInt(args[0]);
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    System.out.println("constants  deltaT   slope  accuracy");
    report("fixed", train(charts, epochs), charts);
    report(
        "learned", train(charts, epochs, PhysicalConstant.DELTA_T, PhysicalConstant.SLOPE), charts);
  }

  private static void report(String constants, MultiLayerNetwork network, DatasetSplit data) {
    MemristiveDynamics now = MemristiveRnn.dynamicsOf(network.getLayer(0));
    System.out.printf(
        "%-9s  %.5f  %.3f  %.3f%n",
        constants, now.deltaT().at(0), now.slope().at(0), accuracy(network, data));
  }

  static MultiLayerNetwork train(DatasetSplit data, int epochs, PhysicalConstant... learned) {
    MemristiveRnn.Builder layer =
        new MemristiveRnn.Builder()
            .nOut(30)
            .dynamics(MemristiveDynamics.paper().withDeltaT(0.001))
            .integration(Integration.EXACT)
            .trainable(learned);
    var softmax = new OutputLayer.Builder().nOut(6).activation(Activation.SOFTMAX).build();
    var layers = new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)).list();
    layers.layer(new LastTimeStep(layer.build())).layer(softmax);
    MultiLayerNetwork network =
        new MultiLayerNetwork(layers.setInputType(InputType.recurrent(1)).build());
    network.init();
    network.fit(SeriesIterator.shuffled(data.train(), TargetCoding.ONE_HOT, BATCH_SIZE, 1), epochs);
    return network;
  }

  static double accuracy(MultiLayerNetwork network, DatasetSplit data) {
    return network
        .evaluate(SeriesIterator.inOrder(data.test(), TargetCoding.ONE_HOT, BATCH_SIZE))
        .accuracy();
  }
}
