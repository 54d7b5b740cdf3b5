package org.mf4j.cli.train;

import java.io.IOException;
import java.io.PrintWriter;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.ui.api.UIServer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;
import org.mf4j.training.EpochListener;

/**
 * Deeplearning4j's web page of training: score, weights and updates of every layer, live. The
 * system property {@code org.deeplearning4j.ui.port} chooses a port other than 9000 ({@code
 * MF_JAVA_OPTS} takes it to the launcher).
 */
final class TrainingPage implements AutoCloseable {
  private final StatsStorage storage = new InMemoryStatsStorage();
  private final UIServer server = UIServer.getInstance();
  private final PrintWriter told;

  /**
   * Starts the server and says where the page is.
   *
   * @param told where to
   * @throws IllegalArgumentException if Deeplearning4j's page is not on the class path
   */
  static TrainingPage open(PrintWriter told) {
    try {
      return new TrainingPage(told);
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "--ui: deeplearning4j-ui is not on the class path; start ./mf from the sources, or add its jars, or leave the option out for --report.",
          e);
    }
  }

  private TrainingPage(PrintWriter told) {
    this.told = told;
    server.attach(storage);
    told.println("Training shows at " + server.getAddress() + "/train/overview");
    told.flush();
  }

  /** The listener that puts what is trained on the page, and tells another one the rest. */
  EpochListener showing(EpochListener other) {
    return new EpochListener.Forwarding(other) {
      @Override
      public void onStart(MultiLayerNetwork network) {
        super.onStart(network);
        network.addListeners(new StatsListener(storage));
      }
    };
  }

  /** Lets people look at the end of training, in a terminal until they press Enter. */
  void stay() throws IOException {
    if (Boolean.getBoolean("mf.terminal")) {
      told.println("Press Enter to close the page.");
      told.flush();
      System.in.read();
    }
  }

  @Override
  public void close() throws InterruptedException {
    server.stop();
  }
}
