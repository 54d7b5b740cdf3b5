package org.mf4j.figures.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.signals.MackeyGlass;

/**
 * {@link MackeyGlass} as a task of forecasting: from each window of {@value #WINDOW} steps the
 * value {@value #HORIZON} steps after its end.
 */
final class MackeyGlassWindows {
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
