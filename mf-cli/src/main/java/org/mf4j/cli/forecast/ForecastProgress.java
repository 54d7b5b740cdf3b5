package org.mf4j.cli.forecast;

import me.tongfei.progressbar.ProgressBar;
import org.mf4j.cli.text.ProgressBars;
import org.mf4j.experiment.forecasting.ForecastModel;
import org.mf4j.experiment.forecasting.ForecastSearch;

/** How a search goes on: one bar over its configurations. */
public final class ForecastProgress implements ForecastSearch.Listener, AutoCloseable {
  private final ProgressBar bar;

  /**
   * Shows the bar.
   *
   * @param bars where it shows
   * @param model the kind of reservoir
   * @param configurations how many there are
   */
  public ForecastProgress(ProgressBars bars, ForecastModel model, int configurations) {
    this.bar = bars.open(model.id(), "configurations", configurations);
  }

  @Override
  public void onConfiguration(ForecastModel model, int done) {
    bar.stepTo(done);
  }

  @Override
  public void close() {
    bar.close();
  }
}
