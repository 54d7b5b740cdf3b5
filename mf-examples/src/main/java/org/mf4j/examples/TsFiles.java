package org.mf4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.ts.TsSequenceRecordReader;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Files of the time series archive in a pipeline of DataVec: {@link TsSequenceRecordReader} reads
 * them one series after the other, and DataVec's iterator pads the shorter ones and makes the
 * masks. The class stands at every step, so the network is asked at every step; without DataVec,
 * {@code Datasets} reads such files with less ado.
 */
public final class TsFiles {
  private static final int CHANNELS = 1;
  private static final int CLASSES = 2;

  private TsFiles() {}

  /**
   * Writes two files, learns from one and prints the share of right steps in the other.
   *
   * @param args none
   * @throws IOException if the files cannot be written or read
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("ts-files");
    System.out.printf("files in %s, accuracy per step %.3f%n", folder, accuracy(folder));
  }

  static double accuracy(Path folder) throws IOException, InterruptedException {
    var softmax = new RnnOutputLayer.Builder().nOut(CLASSES).activation(Activation.SOFTMAX).build();
    var layers = new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)).list();
    layers.layer(new MemristiveRnn.Builder().nOut(20).build()).layer(softmax);
    var network = new MultiLayerNetwork(layers.setInputType(InputType.recurrent(CHANNELS)).build());
    network.init();
    network.fit(batches(write(folder.resolve("Waves_TRAIN.ts"), 160, 1)), 20);
    return network.evaluate(batches(write(folder.resolve("Waves_TEST.ts"), 80, 2))).accuracy();
  }

  /** Sines of 20 to 40 steps; those of the class "fast" have half the period. */
  private static Path write(Path file, int count, long seed) throws IOException {
    SeededRandom random = new SeededRandom(seed);
    StringBuilder text =
        new StringBuilder("@equalLength false\n@classLabel true slow fast\n@data\n");
    for (int i = 0; i < count; i++) {
      double phase = random.uniform(0, 6);
      double step = i % CLASSES == 0 ? 0.4 : 0.8;
      text.append(
              DoubleStream.iterate(phase, p -> p + step)
                  .limit(20 + random.nextInt(21))
                  .mapToObj(p -> String.format(Locale.ROOT, "%.4f", Math.sin(p)))
                  .collect(Collectors.joining(",")))
          .append(i % CLASSES == 0 ? ":slow\n" : ":fast\n");
    }
    return Files.writeString(file, text);
  }

  private static SequenceRecordReaderDataSetIterator batches(Path file)
      throws IOException, InterruptedException {
    var reader = new TsSequenceRecordReader();
    reader.initialize(new FileSplit(file.toFile()));
    return new SequenceRecordReaderDataSetIterator(reader, 32, CLASSES, CHANNELS);
  }
}
