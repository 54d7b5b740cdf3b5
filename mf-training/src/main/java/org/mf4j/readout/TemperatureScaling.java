package org.mf4j.readout;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mf4j.options.Require;

/**
 * Probabilities of classes from the outputs s of a one-vs-rest readout (Guo et al., ICML 2017):
 *
 * <pre>
 * p = softmax(s / T)
 * </pre>
 *
 * <p>T &gt; 0 minimises the cross-entropy on outputs that each example gets from the fit without
 * it, because outputs on the training set itself are too good. The targets are smoothed, so that a
 * set without errors does not lead to certainty: of the n_c examples of class c and one more, whose
 * class is unknown, each of the C classes has a C-th of the latter, so that 0 becomes 1 / (C (n_c +
 * 1)) and 1 what is left. (Platt's 1999 rule, one more example of every class, would make
 * predictions too unsure where classes are many and small.) T does not change which output is
 * largest. Weights of examples do not enter.
 *
 * @param temperature T
 */
public record TemperatureScaling(double temperature) {
  private static final double SMALLEST_SHARPNESS = 1e-4;
  private static final double LARGEST_SHARPNESS = 1e4;
  private static final int BISECTIONS = 60;

  /**
   * Holds a temperature above 0.
   *
   * @throws IllegalArgumentException if the temperature is not finite and above 0
   */
  public TemperatureScaling {
    Require.positive("temperature", temperature);
  }

  /**
   * Finds T between 1e-4 and 1e4. The cross-entropy is convex in 1 / T; its derivative is bisected.
   *
   * @param outputs s of n examples, {@code [n,C]} in rows, from fits without the example
   * @param labels the class of every example, 0 to C - 1
   * @param classes C, at least 2
   * @return the scaling
   */
  public static TemperatureScaling fit(double[] outputs, int[] labels, int classes) {
    double[] counts = new double[classes];
    for (int label : labels) {
      counts[label]++;
    }
    return fit(sharpness -> new double[] {slope(outputs, labels, counts, sharpness[0])}, 1);
  }

  /**
   * Finds T where each look at the outputs is dear, so that several values are tried at once.
   *
   * @param slopes gives the derivatives of the cross-entropy at some sharpnesses 1 / T
   * @param points how many are tried at once, at least 1; 1 is bisection
   */
  static TemperatureScaling fit(UnaryOperator<double[]> slopes, int points) {
    double low = Math.log(SMALLEST_SHARPNESS);
    double high = Math.log(LARGEST_SHARPNESS);
    long rounds = Math.round(Math.ceil(BISECTIONS * Math.log(2) / Math.log(points + 1)));
    for (long round = 0; round < rounds; round++) {
      double[] tried = between(low, high, points);
      double[] found = slopes.apply(Arrays.stream(tried).map(Math::exp).toArray());
      int rising = 0;
      while (rising < points && !(found[rising] > 0)) {
        rising++;
      }
      low = rising == 0 ? low : tried[rising - 1];
      high = rising == points ? high : tried[rising];
    }
    return new TemperatureScaling(Math.exp(-(low + high) / 2));
  }

  private static double[] between(double low, double high, int points) {
    return IntStream.rangeClosed(1, points)
        .mapToDouble(i -> (low * (points + 1 - i) + high * i) / (points + 1))
        .toArray();
  }

  /**
   * The probabilities of the classes.
   *
   * @param outputs s of one example, C numbers
   * @return C numbers above or at 0 that add up to 1
   */
  public double[] probabilities(double[] outputs) {
    return softmax(outputs, 0, outputs.length, 1 / temperature);
  }

  /** The derivative of the cross-entropy by the sharpness 1 / T. */
  static double slope(double[] outputs, int[] labels, double[] counts, double sharpness) {
    int classes = counts.length;
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double[] p = softmax(outputs, i * classes, classes, sharpness);
      double other = 1 / (classes * (counts[labels[i]] + 1));
      for (int k = 0; k < classes; k++) {
        double target = k == labels[i] ? 1 - (classes - 1) * other : other;
        sum += (p[k] - target) * outputs[i * classes + k];
      }
    }
    return sum;
  }

  private static double[] softmax(double[] outputs, int from, int count, double sharpness) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < count; k++) {
      largest = Math.max(largest, outputs[from + k]);
    }
    double[] p = new double[count];
    double sum = 0;
    for (int k = 0; k < count; k++) {
      p[k] = Math.exp(sharpness * (outputs[from + k] - largest));
      sum += p[k];
    }
    for (int k = 0; k < count; k++) {
      p[k] /= sum;
    }
    return p;
  }
}
