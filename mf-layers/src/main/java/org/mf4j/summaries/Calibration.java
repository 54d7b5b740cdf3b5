package org.mf4j.summaries;

import java.util.Arrays;

/** Some states of every neuron, by which summaries find their scales and thresholds. */
public final class Calibration {
  /** Added to deviations, so that a neuron that does not move divides nothing by 0. */
  static final double SMALLEST_DEVIATION = 1e-6;

  private final double[][] sorted;
  private final double[] means;
  private final double[] deviations;

  /**
   * From states.
   *
   * @param states one array per neuron, in any order, fastest if ascending; at least one state each
   * @throws IllegalArgumentException if a neuron has no state
   */
  public Calibration(double[][] states) {
    sorted = new double[states.length][];
    means = new double[states.length];
    deviations = new double[states.length];
    for (int j = 0; j < states.length; j++) {
      if (states[j].length == 0) {
        throw new IllegalArgumentException("states: neuron " + j + " has none; give at least 1");
      }
      sorted[j] = states[j].clone();
      Arrays.sort(sorted[j]);
      double mean = Arrays.stream(sorted[j]).average().orElseThrow();
      double squares = Arrays.stream(sorted[j]).map(h -> (h - mean) * (h - mean)).sum();
      means[j] = mean;
      deviations[j] = Math.sqrt(squares / sorted[j].length);
    }
  }

  /** {@return N} */
  public int neurons() {
    return sorted.length;
  }

  /**
   * The mean of a neuron's states.
   *
   * @param neuron its index
   * @return the mean
   */
  public double mean(int neuron) {
    return means[neuron];
  }

  /**
   * The population standard deviation of a neuron's states.
   *
   * @param neuron its index
   * @return the deviation, 0 or above
   */
  public double deviation(int neuron) {
    return deviations[neuron];
  }

  /**
   * A quantile of a neuron's states: the one at index floor(level (count - 1)) in ascending order.
   *
   * @param neuron its index
   * @param level in [0, 1]
   * @return one of the states
   */
  public double quantile(int neuron, double level) {
    return sorted[neuron][(int) (level * (sorted[neuron].length - 1))];
  }

  /** Refuses arrays that were made for another layer. */
  static void requireNeurons(int calibrated, int neurons) {
    if (calibrated != neurons) {
      throw new IllegalArgumentException(
          "a summary was calibrated for "
              + calibrated
              + " neurons but is given "
              + neurons
              + "; calibrate it for this layer, and leave the input out");
    }
  }
}
