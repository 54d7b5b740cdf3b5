package org.mf4j.reservoir.topology;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * The delay line reservoir: neuron i feeds neuron i + 1 with the same weight everywhere, and the
 * last one feeds nobody. All eigenvalues are 0. Nothing is random (Rodan and Tino, IEEE Trans.
 * Neural Netw. 22, 131, 2011).
 *
 * @param weight r, 0 or above
 */
public record DelayLine(double weight) implements Topology {
  /**
   * The weight is 0 or above.
   *
   * @throws IllegalArgumentException if the weight is negative or not finite
   */
  public DelayLine {
    Require.nonNegative("weight", weight);
  }

  @Override
  public double[][] draw(int units, SeededRandom random) {
    double[][] matrix = new double[units][units];
    for (int i = 0; i + 1 < units; i++) {
      matrix[i][i + 1] = weight;
    }
    return matrix;
  }
}
