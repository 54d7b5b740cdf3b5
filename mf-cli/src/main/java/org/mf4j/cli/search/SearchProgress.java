package org.mf4j.cli.search;

import me.tongfei.progressbar.ProgressBar;
import org.mf4j.cli.text.ProgressBars;
import org.mf4j.search.SearchListener;

/** How a search goes on: one bar over the trials that were left when it began. */
public final class SearchProgress implements SearchListener, AutoCloseable {
  private final ProgressBars bars;
  private final String task;
  private ProgressBar bar;
  private int before;
  private int all;

  /**
   * Shows nothing until the search begins.
   *
   * @param bars where the bar shows
   * @param task what is searched
   */
  public SearchProgress(ProgressBars bars, String task) {
    this.bars = bars;
    this.task = task;
  }

  @Override
  public void onProgress(int done, int trials) {
    if (bar == null || trials != all) {
      close();
      before = done;
      all = trials;
      bar = bars.open(task, "trials", trials - done);
    }
    bar.stepTo(done - before);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
