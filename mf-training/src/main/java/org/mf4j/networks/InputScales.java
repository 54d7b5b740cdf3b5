package org.mf4j.networks;

import java.util.Arrays;
import java.util.List;

/**
 * The sizes of the channels of a training set and of their differences, by which input weights are
 * divided, so that a model does not depend on the units in which a series was recorded: x is
 * standardised, and x(t) - x(t-k) is divided by sqrt(std(x) std(x(t) - x(t-k))), which amplifies
 * the small differences of a smooth series, but less than its noise would deserve.
 */
public final class InputScales {
  private final double[] mean;
  private final double[][] factors;

  private InputScales(double[] mean, double[][] factors) {
    this.mean = mean;
    this.factors = factors;
  }

  /**
   * The scales of some series.
   *
   * @param series each {@code [channels][T]}, NaN for a missing value; at least one
   * @param lags the distances of the differences, in steps
   * @return their scales
   */
  public static InputScales of(List<double[][]> series, List<Integer> lags) {
    return of(TrainingView.of(series).moments(lags));
  }

  /**
   * The scales of series whose moments are known.
   *
   * @param moments of at least one series
   * @return their scales
   */
  public static InputScales of(SeriesMoments moments) {
    int channels = moments.channels();
    double[] mean = new double[channels];
    double[][] factors = new double[1 + moments.lags().size()][channels];
    for (int c = 0; c < channels; c++) {
      double std = moments.std(0, c);
      mean[c] = moments.mean(c);
      factors[0][c] = inverse(std);
      for (int k = 1; k < factors.length; k++) {
        factors[k][c] = inverse(Math.sqrt(std * moments.std(k, c)));
      }
    }
    return new InputScales(mean, factors);
  }

  /**
   * What every channel of the series is multiplied by.
   *
   * @return 1 / deviation, or 0 for a channel that does not vary
   */
  public double[] ofSeries() {
    return factors[0].clone();
  }

  /** A channel that does not vary tells nothing and is not read. */
  private static double inverse(double scale) {
    return scale > 0 ? 1 / scale : 0;
  }

  /**
   * Folds the scales into W and b, so that the network reads series as they are.
   *
   * @param weights for scaled series: the rows of W are the channels, then their differences at the
   *     first lag, and so on
   * @return weights for the series
   */
  public RecurrentWeights applyTo(RecurrentWeights weights) {
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
}
