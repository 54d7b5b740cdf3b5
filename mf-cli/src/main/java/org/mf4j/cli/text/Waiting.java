package org.mf4j.cli.text;

import me.tongfei.progressbar.ProgressBar;

/** A bar for work that cannot tell how far it is: it shows the time that has passed. */
public final class Waiting implements AutoCloseable {
  private final ProgressBar bar;

  /**
   * Opens the bar.
   *
   * @param bars where it shows
   * @param task what one waits for
   */
  public Waiting(ProgressBars bars, String task) {
    this.bar = bars.openIndefinite(task);
  }

  @Override
  public void close() {
    bar.close();
  }
}
