package org.mf4j.benchmarks.layers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Measurement;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What the first training step of a process costs, with everything that is built and loaded on it,
 * beside the tenth. A program of its own, because JMH warms up.
 */
public final class FirstCall {
  private static final int BATCH = 64;
  private static final int NEURONS = 100;
  private static final int STEPS = 300;
  private static final int CALLS = 10;

  private FirstCall() {}

  /**
   * Prints the times of the first and of the tenth call as lines of JSON.
   *
   * @param args names of layers, see {@link ComparedLayer}; every later one finds ND4J loaded
   * @throws IOException never: the lines go to the standard output
   */
  public static void main(String[] args) throws IOException {
    for (String layer : args) {
      for (Measurement measurement : measure(ComparedLayer.valueOf(layer), STEPS)) {
        System.out.println(measurement.toJson());
      }
    }
  }

  static List<Measurement> measure(ComparedLayer layer, int steps) {
    MultiLayerNetwork network = Networks.classifier(layer, NEURONS);
    DataSet data = RandomData.batch(BATCH, steps);
    double[] seconds = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      network.fit(data);
      seconds[i] = (System.nanoTime() - start) * 1e-9;
    }
    Map<String, String> params = Map.of("layer", layer.name(), "steps", String.valueOf(steps));
    return List.of(
        new Measurement("FirstCall.first", params, seconds[0], "s/op"),
        new Measurement("FirstCall.tenth", params, seconds[CALLS - 1], "s/op"));
  }
}
