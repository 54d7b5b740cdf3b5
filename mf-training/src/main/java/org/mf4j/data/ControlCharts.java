package org.mf4j.data;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;

/**
 * The six classes of synthetic control charts of Alcock and Manolopoulos, <i>Time-series similarity
 * queries employing a feature-based approach</i>, 7th Hellenic Conference on Informatics (1999):
 * the process that the archive's SyntheticControl was drawn from, so that the first experiment
 * needs no file.
 *
 * <p>With m = 30, s = 2, r(t) ~ U[-3, 3] and t = 1, ..., n, n = 60:
 *
 * <pre>
 * normal            y(t) = m + r(t) s
 * cyclic            y(t) = m + r(t) s + a sin(2 pi t / T)    a, T ~ U[10, 15]
 * increasing trend  y(t) = m + r(t) s + g t                  g ~ U[0.2, 0.5]
 * decreasing trend  y(t) = m + r(t) s - g t
 * upward shift      y(t) = m + r(t) s + k(t) x               x ~ U[7.5, 20], t3 ~ U[n/3, 2n/3],
 * downward shift    y(t) = m + r(t) s - k(t) x               k(t) = 1 if t >= t3, else 0
 * </pre>
 *
 * <p>Every series is then z-normalised as in the archive: mean 0 and sample standard deviation
 * (divisor n - 1) 1.
 */
public final class ControlCharts {
  /** The seed of the data set that is meant where no other is named. */
  public static final long DEFAULT_SEED = 1999;

  /** The number of steps n of every series. */
  public static final int LENGTH = 60;

  /** The number of series of each class in each of the two sets. */
  public static final int SERIES_PER_CLASS = 50;

  /** The name of the data set. */
  public static final String NAME = "ControlCharts";

  private static final double MEAN = 30;
  private static final double SCALE = 2;

  private ControlCharts() {}

  /**
   * Draws a training set and a test set of 300 series each, 50 per class, in the order of the
   * classes.
   *
   * @param seed equal seeds give equal bits on every machine
   * @return one channel, {@value #LENGTH} steps, six classes
   */
  public static DatasetSplit generate(long seed) {
    SeededRandom random = new SeededRandom(seed);
    return DatasetSplit.generated(draw(random.split()), draw(random.split()));
  }

  private static SeriesSet draw(SeededRandom random) {
    List<String> classes = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    for (ControlChartPattern pattern : ControlChartPattern.values()) {
      for (int i = 0; i < SERIES_PER_CLASS; i++) {
        double[] chart = zNormalised(chart(pattern.draw(random, LENGTH), random));
        series.add(new Series(new double[][] {chart}, classes.size()));
      }
      classes.add(pattern.label());
    }
    return new SeriesSet(NAME, classes, series);
  }

  private static double[] chart(ControlChartPattern.Component component, SeededRandom random) {
    double[] values = new double[LENGTH];
    for (int t = 1; t <= LENGTH; t++) {
      values[t - 1] = MEAN + random.uniform(-3, 3) * SCALE + component.at(t);
    }
    return values;
  }

  private static double[] zNormalised(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / (values.length - 1);
    }
    double deviation = Math.sqrt(variance);
    double[] normalised = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      normalised[t] = (values[t] - mean) / deviation;
    }
    return normalised;
  }
}
