package org.mf4j.figures.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.figures.Picture;
import org.mf4j.figures.results.Forecast;
import org.mf4j.figures.results.PenaltyErrors;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.signals.MackeyGlass;
import org.mf4j.training.EpochListener;

/** An MF-ESN forecasts the Mackey-Glass series, with one ridge penalty and with many. */
record MackeyGlassForecasts(long seed) {
  private static final double LAMBDA = 1e-6;
  private static final int POINTS = 9;
  private static final int LOWEST_EXPONENT = -8;

  List<Picture> pictures() throws InterruptedException {
    return List.of(forecast(), path());
  }

  private Forecast forecast() throws InterruptedException {
    SeriesSet test = MackeyGlassWindows.test();
    FittedModel model = fit(LAMBDA);
    String title =
        String.format(
            Locale.ROOT,
            "MF-ESN forecasts Mackey-Glass, %d steps ahead: RMSE %.4f",
            MackeyGlassWindows.HORIZON,
            model.score(test));
    double[] truth = test.series().stream().mapToDouble(Series::target).toArray();
    return new Forecast(
        title,
        "x(t + " + MackeyGlassWindows.HORIZON + ") (dimensionless)",
        truth,
        model.predict(test));
  }

  private PenaltyErrors path() throws InterruptedException {
    double[] lambdas =
        IntStream.range(0, POINTS).mapToDouble(i -> Math.pow(10, LOWEST_EXPONENT + i)).toArray();
    double[] train = new double[POINTS];
    double[] test = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      FittedModel model = fit(lambdas[i]);
      train[i] = model.score(MackeyGlassWindows.train());
      test[i] = model.score(MackeyGlassWindows.test());
    }
    return new PenaltyErrors(lambdas, train, test);
  }

  private FittedModel fit(double lambda) throws InterruptedException {
    ModelSettings settings =
        new ModelSettings(
            200,
            new MemristiveSettings(1, 1, .1),
            new ReservoirLearning(new ReservoirOptions(1, 1, .9), lambda));
    return new ModelFitter(settings).fit(MackeyGlassWindows.train(), seed, EpochListener.NONE);
  }

  /**
   * {@link MackeyGlass} as a task of forecasting: from each window of {@value #WINDOW} steps the
   * value {@value #HORIZON} steps after its end.
   */
  static final class MackeyGlassWindows {
    static final int HORIZON = 6;
    static final int WINDOW = 60;

    private static final int DISCARDED = 200;
    private static final int TRAIN = 1000;
    private static final int TEST = 300;

    private MackeyGlassWindows() {}

    static SeriesSet train() {
      return windows(DISCARDED, TRAIN);
    }

    static SeriesSet test() {
      return windows(DISCARDED + TRAIN, TEST);
    }

    private static SeriesSet windows(int first, int count) {
      double[] x = MackeyGlass.standard().generate(first, count + WINDOW + HORIZON);
      List<Series> windows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        double[] window = Arrays.copyOfRange(x, i, i + WINDOW);
        windows.add(new Series(new double[][] {window}, x[i + WINDOW - 1 + HORIZON]));
      }
      return new SeriesSet("MackeyGlass", List.of(), windows);
    }
  }
}
