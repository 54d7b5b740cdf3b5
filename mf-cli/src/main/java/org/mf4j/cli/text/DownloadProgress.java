package org.mf4j.cli.text;

import me.tongfei.progressbar.ProgressBar;
import org.mf4j.data.archive.DownloadListener;

/** How a download goes on: one bar over its kilobytes. */
public final class DownloadProgress implements DownloadListener, AutoCloseable {
  private static final int KILO = 1000;

  private final ProgressBars bars;
  private ProgressBar bar;

  /**
   * Shows nothing until the first bytes arrive.
   *
   * @param bars where the bar shows
   */
  public DownloadProgress(ProgressBars bars) {
    this.bars = bars;
  }

  @Override
  public void onBytes(String name, long done, long total) {
    if (bar == null) {
      // The bar takes a negative length as unknown.
      bar = bars.open(name, "kB", Math.toIntExact(total < 0 ? -1 : total / KILO));
    }
    bar.stepTo(done / KILO);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
