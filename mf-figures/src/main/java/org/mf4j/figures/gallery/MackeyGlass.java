package org.mf4j.figures.gallery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesSet;

/**
 * The Mackey-Glass series as a task of forecasting: from each window of {@value #WINDOW} steps the
 * value {@value #HORIZON} steps after its end.
 *
 * <p>dx/dt = 0.2 x(t - 17) / (1 + x(t - 17)<sup>10</sup>) - 0.1 x, stepped by 0.1 (Euler), every
 * tenth value taken, from the constant history 1.2 (Mackey and Glass, <i>Science</i> 197, 1977).
 */
final class MackeyGlass {
  static final int HORIZON = 6;

  private static final int WINDOW = 60;
  private static final int WASHOUT = 200;
  private static final int TRAIN = 1000;
  private static final int TEST = 300;
  private static final int STEPS_PER_UNIT = 10;
  private static final int DELAY = 17 * STEPS_PER_UNIT;

  private MackeyGlass() {}

  static SeriesSet train() {
    return windows(WASHOUT, TRAIN);
  }

  static SeriesSet test() {
    return windows(WASHOUT + TRAIN, TEST);
  }

  /** x(0), x(1), ... */
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

  private static SeriesSet windows(int first, int count) {
    double[] x = series(first + count + WINDOW + HORIZON);
    List<Series> windows = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      double[] window = Arrays.copyOfRange(x, i, i + WINDOW);
      windows.add(new Series(new double[][] {window}, x[i + WINDOW - 1 + HORIZON]));
    }
    return new SeriesSet("MackeyGlass", List.of(), windows);
  }
}
