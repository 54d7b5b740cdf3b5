package org.mf4j.reservoir.input;

import java.util.Optional;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Weights for an input that shows the same C channels in V views, all channels of one view before
 * those of the next: the series first, then its differences at several lags. A neuron looks at the
 * series, or at one of the other views, or at both, with probability 1/3 each; the other view is
 * any with the same probability. Of the channels it sees each with probability p = min(1, max(1/2,
 * 2/C)), the same ones in both views. Seen channels have weights from U[-omega_j, omega_j] /
 * sqrt(max(1, p C)), so that the drive of a neuron does not grow with C.
 *
 * @param inputScaling the distribution of omega_j, above 0
 * @param views V, at least 2
 */
public record ViewsInput(Distribution inputScaling, int views) implements InputWeights {
  private static final int SERIES_ONLY = 0;
  private static final int OTHER_ONLY = 1;
  private static final int ROLES = 3;

  /**
   * Every scaling is above 0, and there are at least two views.
   *
   * @throws IllegalArgumentException if a scaling can be 0 or below, or there are less than 2 views
   */
  public ViewsInput {
    Require.positive("inputScaling", inputScaling.lowest());
    Require.atLeast("views", views, 2);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the number of channels is no multiple of the views
   */
  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    if (nIn % views != 0) {
      throw new IllegalArgumentException(
          "nIn = "
              + nIn
              + ": must be a multiple of views = "
              + views
              + ", which is 1 + the number of lags; set input together with lags");
    }
    int channels = nIn / views;
    double[] bounds = inputScaling.draw(units, random.split());
    SeededRandom sight = random.split();
    SeededRandom numbers = random.split();
    double[][] weights = new double[nIn][units];
    for (int j = 0; j < units; j++) {
      int role = sight.nextInt(ROLES);
      int other = 1 + sight.nextInt(views - 1);
      for (int c = 0; c < channels; c++) {
        double bound = bounds[j] / Math.sqrt(Math.max(1, probability(channels) * channels));
        double series = numbers.uniform(-bound, bound);
        double second = numbers.uniform(-bound, bound);
        boolean seen = sight.nextDouble() < probability(channels);
        weights[c][j] = seen && role != OTHER_ONLY ? series : 0;
        weights[other * channels + c][j] = seen && role != SERIES_ONLY ? second : 0;
      }
    }
    return weights;
  }

  private static double probability(int channels) {
    return Math.min(1, Math.max(0.5, 2.0 / channels));
  }

  @Override
  public Optional<Distribution> scaling() {
    return Optional.of(inputScaling);
  }

  @Override
  public InputWeights withScaling(Distribution omega) {
    return new ViewsInput(omega, views);
  }
}
