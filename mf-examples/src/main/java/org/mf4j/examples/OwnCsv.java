package org.mf4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.datavec.api.records.reader.impl.csv.CSVSequenceRecordReader;
import org.datavec.api.split.NumberedFileInputSplit;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator.AlignmentMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * CSV files of one's own by DataVec: {@code x_0.csv, x_1.csv, ...} hold one series each, a line per
 * step and a column per channel; {@code y_0.csv, ...} hold its class, one number. {@code ALIGN_END}
 * puts the class at the last step of the series, pads the shorter ones and makes the masks, so one
 * {@link RnnOutputLayer} is read where the series ends.
 */
public final class OwnCsv {
  private static final int TRAIN = 160;
  private static final int ALL = 240;

  private OwnCsv() {}

  /**
   * Writes files, reads them, trains and prints the accuracy on those left out.
   *
   * @param args none
   * @throws IOException if the files cannot be written or read
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("own-csv");
    write(folder);
    System.out.printf("%d series in %s, accuracy %.3f%n", ALL, folder, accuracy(folder));
  }

  /** Two channels, 20 to 40 steps; class 1 if the second channel lags behind the first. */
  static void write(Path folder) throws IOException {
    SeededRandom random = new SeededRandom(1);
    for (int i = 0; i < ALL; i++) {
      StringBuilder lines = new StringBuilder();
      double phase = random.uniform(0, 6);
      for (int t = 20 + random.nextInt(21); t > 0; t--, phase += 0.5) {
        double other = phase + (i % 2 == 0 ? 1 : -1) + random.uniform(-0.5, 0.5);
        lines.append(String.format(Locale.ROOT, "%.4f,%.4f%n", Math.sin(phase), Math.sin(other)));
      }
      Files.writeString(folder.resolve("x_" + i + ".csv"), lines);
      Files.writeString(folder.resolve("y_" + i + ".csv"), i % 2 + "\n");
    }
  }

  static double accuracy(Path folder) throws IOException, InterruptedException {
    var softmax = new RnnOutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build();
    var layers = new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(0.01)).list();
    layers.layer(new MemristiveRnn.Builder().nOut(20).build()).layer(softmax);
    var network = new MultiLayerNetwork(layers.setInputType(InputType.recurrent(2)).build());
    network.init();
    network.fit(batches(folder, 0, TRAIN), 10);
    return network.evaluate(batches(folder, TRAIN, ALL)).accuracy();
  }

  private static SequenceRecordReaderDataSetIterator batches(Path folder, int from, int to)
      throws IOException, InterruptedException {
    var x = new CSVSequenceRecordReader();
    var y = new CSVSequenceRecordReader();
    x.initialize(new NumberedFileInputSplit(folder + "/x_%d.csv", from, to - 1));
    y.initialize(new NumberedFileInputSplit(folder + "/y_%d.csv", from, to - 1));
    return new SequenceRecordReaderDataSetIterator(x, y, 32, 2, false, AlignmentMode.ALIGN_END);
  }
}
