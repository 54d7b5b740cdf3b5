package org.mf4j.benchmarks.layers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.benchmarks.ComparedLayer;
import org.mf4j.benchmarks.Measurement;
import org.mf4j.benchmarks.Networks;
import org.mf4j.benchmarks.RandomData;
import org.nd4j.linalg.dataset.DataSet;

/**
 * How many bytes training takes per series, step and neuron: the growth of memory from short to
 * long series, divided by the growth of B T N. Memory is the process's peak resident memory (VmHWM
 * of Linux) and what a collection leaves in the heap: all that DL4J and the layer hold at once. The
 * heap must be of fixed size and touched ({@code -Xms} = {@code -Xmx}, {@code
 * -XX:+AlwaysPreTouch}), so that resident memory grows by what lies outside of it only.
 */
public final class TrainingMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final int BATCH = 64;
  private static final int NEURONS = 100;
  private static final int SHORT = 1_000;
  private static final int LONG = 5_000;

  /** DL4J sizes its workspaces in the first calls. */
  private static final int CALLS = 4;

  private TrainingMemory() {}

  /**
   * Prints the result as a line of JSON.
   *
   * @param args the name of a layer, see {@link ComparedLayer}; one, because a peak stays
   * @throws IOException if the system does not tell the memory of a process
   */
  public static void main(String[] args) throws IOException {
    System.out.println(measure(ComparedLayer.valueOf(args[0])).toJson());
  }

  private static Measurement measure(ComparedLayer layer) throws IOException {
    MultiLayerNetwork network = Networks.classifier(layer, NEURONS);
    long before = bytesOfTraining(network, SHORT);
    long after = bytesOfTraining(network, LONG);
    double values = (double) BATCH * NEURONS * (LONG - SHORT);
    return new Measurement(
        "TrainingMemory", Map.of("layer", layer.name()), (after - before) / values, "bytes");
  }

  private static long bytesOfTraining(MultiLayerNetwork network, int steps) throws IOException {
    DataSet data = RandomData.batch(BATCH, steps);
    for (int i = 0; i < CALLS; i++) {
      network.fit(data);
    }
    System.gc();
    long onHeap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    return peakBytes(Files.readAllLines(STATUS)) + onHeap;
  }

  static long peakBytes(List<String> status) throws IOException {
    for (String line : status) {
      Matcher peak = PEAK.matcher(line);
      if (peak.matches()) {
        return Long.parseLong(peak.group(1)) * 1024;
      }
    }
    throw new IOException(STATUS + " has no line VmHWM: measure memory on Linux");
  }
}
