package org.mf4j.models;

import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.RecurrentWeights;

/**
 * The sizes of the channels of a training set and of their differences, by which input weights are
 * divided, so that a model does not depend on the units in which a series was recorded: x is
 * standardised, and x(t) - x(t-k) is divided by sqrt(std(x) std(x(t) - x(t-k))), which amplifies
 * the small differences of a smooth series, but less than its noise would deserve.
 */
final class InputScales {
  private final double[] mean;
  private final double[][] factors;

  private InputScales(double[] mean, double[][] factors) {
    this.mean = mean;
    this.factors = factors;
  }

  static InputScales of(SeriesSet train, List<Integer> lags) {
    int channels = train.channels();
    double[] mean = new double[channels];
    double[][] factors = new double[1 + lags.size()][channels];
    for (int c = 0; c < channels; c++) {
      Moments values = moments(train, c, 0);
      mean[c] = values.mean();
      factors[0][c] = inverse(values.std());
      for (int k = 0; k < lags.size(); k++) {
        double differences = moments(train, c, lags.get(k)).std();
        factors[k + 1][c] = inverse(Math.sqrt(values.std() * differences));
      }
    }
    return new InputScales(mean, factors);
  }

  /** A channel that does not vary tells nothing and is not read. */
  private static double inverse(double scale) {
    return scale > 0 ? 1 / scale : 0;
  }

  /** Of x at lag 0, otherwise of its differences; missing values are left out. */
  private static Moments moments(SeriesSet train, int channel, int lag) {
    Moments moments = new Moments();
    for (Series series : train.series()) {
      double[] x = series.channels()[channel];
      for (int t = lag; t < x.length; t++) {
        moments.add(lag == 0 ? x[t] : x[t] - x[t - lag]);
      }
    }
    return moments;
  }

  /** Folds the scales into W and b, so that the network reads series as they are. */
  RecurrentWeights applyTo(RecurrentWeights weights) {
    int channels = mean.length;
    double[][] input = Arrays.stream(weights.input()).map(double[]::clone).toArray(double[][]::new);
    double[] bias = weights.bias()[0].clone();
    for (int row = 0; row < input.length; row++) {
      int channel = row % channels;
      for (int j = 0; j < bias.length; j++) {
        input[row][j] *= factors[row / channels][channel];
        bias[j] -= row < channels ? mean[channel] * input[row][j] : 0;
      }
    }
    return new RecurrentWeights(input, weights.recurrent(), new double[][] {bias});
  }

  /** Mean and population standard deviation by Welford's recurrence. */
  private static final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
      if (!Double.isNaN(value)) {
        count++;
        double deviation = value - mean;
        mean += deviation / count;
        squares += deviation * (value - mean);
      }
    }

    double mean() {
      return mean;
    }

    double std() {
      return count == 0 ? 0 : Math.sqrt(squares / count);
    }
  }
}
