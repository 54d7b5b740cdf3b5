package org.mf4j.examples;

import java.io.IOException;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.ui.api.UIServer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.mf4j.data.ControlCharts;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.layers.MemristiveRnn;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Watch a memristive layer learn: DL4J's {@link StatsListener} sends score, weights and updates to
 * the {@link UIServer}, a web page with live charts. Needs {@code deeplearning4j-ui}, which {@code
 * mf4j} itself does not bring. The system property {@code org.deeplearning4j.ui.port} chooses a
 * port other than 9000, and 0 a free one.
 */
public final class TrainingUi {
  private TrainingUi() {}

  /**
   * Trains while the page is up; in a terminal it stays up until Enter is pressed.
   *
   * @param args the number of epochs; 200 if absent
   * @throws IOException if the terminal cannot be read
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    StatsStorage storage = new InMemoryStatsStorage();
    UIServer server = serve(storage);
    System.out.println("charts at " + server.getAddress() + "/train/overview");
    MultiLayerNetwork network = train(storage, args.length == 0 ? 200 : Integer.parseInt(args[0]));
    System.out.printf("%d iterations, loss %.3f%n", network.getIterationCount(), network.score());
    if (Boolean.getBoolean("mf.terminal")) {
      System.out.println("press Enter to end");
      System.in.read();
    }
    server.stop();
  }

  static UIServer serve(StatsStorage storage) {
    UIServer server = UIServer.getInstance();
    server.attach(storage);
    return server;
  }

  static MultiLayerNetwork train(StatsStorage storage, int epochs) {
    DatasetSplit charts = ControlCharts.generate(ControlCharts.DEFAULT_SEED);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.005))
                .list()
                .layer(new LastTimeStep(new MemristiveRnn.Builder().nOut(50).build()))
                .layer(new OutputLayer.Builder().activation(Activation.SOFTMAX).nOut(6).build())
                .setInputType(InputType.recurrent(1))
                .build());
    network.init();
    network.setListeners(new StatsListener(storage, 1));
    network.fit(SeriesIterator.shuffled(charts.train(), TargetCoding.ONE_HOT, 64, 1), epochs);
    return network;
  }
}
