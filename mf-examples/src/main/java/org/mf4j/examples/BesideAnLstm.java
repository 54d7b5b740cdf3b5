package org.mf4j.examples;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * One series goes through two branches of a {@link ComputationGraph}: through the gates of an LSTM
 * and through memristive neurons, whose memory is physics and needs a quarter of the weights. The
 * output layer reads the last states of both, and one {@code fit} trains all of it.
 *
 * <pre>
 *        +-- LSTM ----------+
 *   x ---+                  +-- merge -- softmax
 *        +-- MemristiveRnn -+
 * </pre>
 */
public final class BesideAnLstm {
  private static final int BATCH_SIZE = 64;
  private static final int UNITS = 20;

  private BesideAnLstm() {}

  /**
   * Trains on the control charts and prints the weights of each branch and the accuracy.
   *
   * @param args the number of epochs; 20 if absent
   */
  public static void main(String[] args) {
    int epochs = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    ComputationGraph graph = train(charts, epochs);
    System.out.printf("LSTM          %5d weights%n", graph.getLayer("lstm").numParams());
    System.out.printf("MemristiveRnn %5d weights%n", graph.getLayer("memristive").numParams());
    System.out.printf("accuracy after %d epochs: %.3f%n", epochs, accuracy(graph, charts));
  }

  static ComputationGraph train(DatasetSplit data, int epochs) {
    ComputationGraph graph = new ComputationGraph(configuration(data.train().classes().size()));
    graph.init();
    graph.fit(SeriesIterator.shuffled(data.train(), TargetCoding.ONE_HOT, BATCH_SIZE, 1), epochs);
    return graph;
  }

  static double accuracy(ComputationGraph graph, DatasetSplit data) {
    SeriesIterator test = SeriesIterator.inOrder(data.test(), TargetCoding.ONE_HOT, BATCH_SIZE);
    return graph.evaluate(test).accuracy();
  }

  private static ComputationGraphConfiguration configuration(int classes) {
    OutputLayer.Builder output = new OutputLayer.Builder().nOut(classes);
    LSTM lstm = new LSTM.Builder().nOut(UNITS).build();
    MemristiveRnn memristive = new MemristiveRnn.Builder().nOut(UNITS).build();
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(0.01))
        .graphBuilder()
        .addInputs("x")
        .addLayer("lstm", new LastTimeStep(lstm), "x")
        .addLayer("memristive", new LastTimeStep(memristive), "x")
        .addVertex("both", new MergeVertex(), "lstm", "memristive")
        .addLayer("class", output.activation(Activation.SOFTMAX).build(), "both")
        .setOutputs("class")
        .setInputTypes(InputType.recurrent(1))
        .build();
  }
}
