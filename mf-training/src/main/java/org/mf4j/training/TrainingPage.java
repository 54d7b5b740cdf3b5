package org.mf4j.training;

import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.ui.api.UIServer;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;

/**
 * Deeplearning4j's web page of training: score, weights and updates of every layer, live. Needs
 * {@code org.deeplearning4j:deeplearning4j-ui}, which this library does not bring. The system
 * property {@code org.deeplearning4j.ui.port} chooses a port other than 9000.
 *
 * <pre>
 * try (TrainingPage page = TrainingPage.open()) {
 *   System.out.println(page.address());
 *   new ModelFitter(settings).fit(train, seed, page.showing(EpochListener.NONE));
 * }
 * </pre>
 */
public final class TrainingPage implements AutoCloseable {
  private final StatsStorage storage = new InMemoryStatsStorage();
  private final UIServer server = UIServer.getInstance();

  private TrainingPage() {
    server.attach(storage);
  }

  /**
   * Starts the server.
   *
   * @return the page, empty yet
   * @throws IllegalArgumentException if Deeplearning4j's page is not on the class path
   */
  public static TrainingPage open() {
    try {
      return new TrainingPage();
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException(
          "ui: deeplearning4j-ui is not on the class path; start ./mf from the sources, or add its jars, or go without the page",
          e);
    }
  }

  /**
   * Where it is.
   *
   * @return an address for a browser
   */
  public String address() {
    return server.getAddress() + "/train/overview";
  }

  /**
   * The listener that puts what is trained on the page.
   *
   * @param told is told the rest
   * @return a listener for training
   */
  public EpochListener showing(EpochListener told) {
    return new EpochListener.Forwarding(told) {
      @Override
      public void onStart(MultiLayerNetwork network) {
        super.onStart(network);
        network.addListeners(new StatsListener(storage));
      }
    };
  }

  /**
   * Stops the server.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  @Override
  public void close() throws InterruptedException {
    server.stop();
  }
}
