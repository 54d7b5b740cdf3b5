package org.mf4j.cli.compare;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.mf4j.cli.text.ProgressBars;
import org.mf4j.experiment.ComparisonListener;
import org.mf4j.experiment.Trial;
import org.mf4j.models.ModelKind;

/**
 * How a comparison goes on: one bar per model over its trials. Models differ too much in speed for
 * the trials of one to foretell the time of another.
 */
public final class ComparisonProgress implements ComparisonListener, AutoCloseable {
  private final ProgressBars bars;
  private ProgressBar bar;

  /**
   * Shows nothing until the first trial starts.
   *
   * @param bars where the bars show
   */
  public ComparisonProgress(ProgressBars bars) {
    this.bars = bars;
  }

  @Override
  public void onTrialStart(ModelKind kind, int trial, int trials) {
    if (trial == 1) {
      close();
      bar = bars.open(kind.id(), "trials", trials);
    }
  }

  @Override
  public void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {
    bar.setExtraMessage(String.format(Locale.ROOT, "epoch %d, loss %.4f", epoch, loss));
  }

  @Override
  public void onTrialEnd(ModelKind kind, int trial, Trial result) {
    bar.step();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
