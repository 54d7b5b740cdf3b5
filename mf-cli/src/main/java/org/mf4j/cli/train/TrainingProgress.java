package org.mf4j.cli.train;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.mf4j.cli.text.ProgressBars;
import org.mf4j.training.EpochListener;

/** How a training goes on: one bar over its epochs, of which early stopping may leave some out. */
public final class TrainingProgress implements EpochListener, AutoCloseable {
  private final ProgressBars bars;
  private final String model;
  private ProgressBar bar;

  /**
   * Shows nothing until the first epoch ends; a reservoir has none.
   *
   * @param bars where the bar shows
   * @param model the name of what is trained
   */
  public TrainingProgress(ProgressBars bars, String model) {
    this.bars = bars;
    this.model = model;
  }

  @Override
  public void onEpoch(int epoch, int epochs, double loss) {
    if (bar == null) {
      bar = bars.open(model, "epochs at most", epochs);
    }
    bar.stepTo(epoch).setExtraMessage(String.format(Locale.ROOT, "loss %.4f", loss));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
