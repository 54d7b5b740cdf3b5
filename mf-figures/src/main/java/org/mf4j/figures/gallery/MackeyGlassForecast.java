package org.mf4j.figures.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesSet;
import org.mf4j.figures.results.Forecast;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.EpochListener;

/**
 * An MF-ESN forecasts the Mackey-Glass series: from each window of {@value #WINDOW} steps the value
 * {@value #HORIZON} steps after its end.
 *
 * <p>dx/dt = 0.2 x(t - 17) / (1 + x(t - 17)<sup>10</sup>) - 0.1 x, stepped by 0.1 (Euler), every
 * tenth value taken, from the constant history 1.2 (Mackey and Glass, <i>Science</i> 197, 1977).
 */
record MackeyGlassForecast(long seed) {
  static final int HORIZON = 6;
  private static final int WINDOW = 60;
  private static final int WASHOUT = 200;
  private static final int TRAIN = 1000;
  private static final int TEST = 300;
  private static final int STEPS_PER_UNIT = 10;
  private static final int DELAY = 17 * STEPS_PER_UNIT;

  List<Forecast> pictures() throws InterruptedException {
    double[] x = series(WASHOUT + TRAIN + TEST + WINDOW + HORIZON);
    SeriesSet train = windows(x, WASHOUT, TRAIN);
    SeriesSet test = windows(x, WASHOUT + TRAIN, TEST);
    FittedModel model = new ModelFitter(settings()).fit(train, seed, EpochListener.NONE);
    double[] truth = test.series().stream().mapToDouble(Series::target).toArray();
    String title =
        String.format(
            Locale.ROOT,
            "MF-ESN forecasts Mackey-Glass, %d steps ahead: RMSE %.4f",
            HORIZON,
            model.score(test));
    return List.of(new Forecast(title, "x(t + " + HORIZON + ")", truth, model.predict(test)));
  }

  static double[] series(int length) {
    double[] fine = new double[DELAY + length * STEPS_PER_UNIT];
    Arrays.fill(fine, 0, DELAY + 1, 1.2);
    for (int t = DELAY; t + 1 < fine.length; t++) {
      double delayed = fine[t - DELAY];
      fine[t + 1] =
          fine[t] + (.2 * delayed / (1 + Math.pow(delayed, 10)) - .1 * fine[t]) / STEPS_PER_UNIT;
    }
    double[] x = new double[length];
    Arrays.setAll(x, t -> fine[DELAY + t * STEPS_PER_UNIT]);
    return x;
  }

  private static SeriesSet windows(double[] x, int first, int count) {
    List<Series> windows = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      double[] window = Arrays.copyOfRange(x, i, i + WINDOW);
      windows.add(new Series(new double[][] {window}, x[i + WINDOW - 1 + HORIZON]));
    }
    return new SeriesSet("MackeyGlass", List.of(), windows);
  }

  private static ModelSettings settings() {
    return new ModelSettings(
        200,
        new MemristiveSettings(1, 1, .1),
        new ReservoirLearning(new ReservoirOptions(1, 1, .9), 1e-6));
  }
}
