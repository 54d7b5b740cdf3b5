package org.mf4j.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * How far probabilities of classes can be believed. The confidence of a prediction is the
 * probability of its class, the most probable one; where confidence is .8, eight of ten predictions
 * should be right.
 *
 * @param logLoss the mean of -ln p(true class), natural logarithm, p cut off at 1e-15; 0 is
 *     perfect, ln K says nothing about K classes
 * @param calibrationError the expected calibration error, sum over the bins of n_b / n |accuracy_b
 *     - confidence_b| (Naeini, Cooper and Hauskrecht, AAAI 2015; Guo et al., ICML 2017), in [0, 1]
 * @param bins ten bins of equal width of the confidence, those without predictions left out
 */
public record Reliability(double logLoss, double calibrationError, List<Bin> bins) {
  private static final int BINS = 10;
  private static final double SMALLEST = 1e-15;

  /** The bins are a copy. */
  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Predictions of about the same confidence.
   *
   * @param size how many
   * @param confidence their mean confidence
   * @param accuracy the share of them that is right
   */
  public record Bin(int size, double confidence, double accuracy) {}

  /**
   * Measures.
   *
   * @param truth per series the index of its class
   * @param probabilities per series the probability of every class
   * @return the reliability
   * @throws IllegalArgumentException if there is no series, or not as many probabilities
   */
  public static Reliability of(double[] truth, double[][] probabilities) {
    if (truth.length == 0 || truth.length != probabilities.length) {
      throw new IllegalArgumentException(
          "probabilities: of %d series for %d targets; one each, and one at least, are needed"
              .formatted(probabilities.length, truth.length));
    }
    int[] size = new int[BINS];
    double[] confidence = new double[BINS];
    double[] right = new double[BINS];
    double loss = 0;
    for (int i = 0; i < truth.length; i++) {
      double[] p = probabilities[i];
      int best = largest(p);
      int bin = Math.min(BINS - 1, (int) (p[best] * BINS));
      size[bin]++;
      confidence[bin] += p[best];
      right[bin] += best == (int) truth[i] ? 1 : 0;
      loss -= Math.log(Math.max(SMALLEST, p[(int) truth[i]]));
    }
    List<Bin> bins = new ArrayList<>();
    double error = 0;
    for (int b = 0; b < BINS; b++) {
      if (size[b] > 0) {
        bins.add(new Bin(size[b], confidence[b] / size[b], right[b] / size[b]));
        error += Math.abs(right[b] - confidence[b]) / truth.length;
      }
    }
    return new Reliability(loss / truth.length, error, bins);
  }

  static int largest(double[] p) {
    int best = 0;
    for (int c = 1; c < p.length; c++) {
      best = p[c] > p[best] ? c : best;
    }
    return best;
  }
}
