package org.mf4j.reservoir.topology;

import java.util.OptionalDouble;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * The simple cycle reservoir of minimum complexity: neuron i feeds neuron i + 1, the last one the
 * first, all with the same weight, which is the spectral radius. Nothing is random; its input
 * weights are {@code SignInput} (Rodan and Tino, IEEE Trans. Neural Netw. 22, 131, 2011).
 *
 * @param weight r, 0 or above
 */
public record Ring(double weight) implements Topology {
  /**
   * The weight is 0 or above.
   *
   * @throws IllegalArgumentException if the weight is negative or not finite
   */
  public Ring {
    Require.nonNegative("weight", weight);
  }

  @Override
  public double[][] draw(int units, SeededRandom random) {
    double[][] matrix = new double[units][units];
    for (int i = 0; i < units; i++) {
      matrix[i][(i + 1) % units] = weight;
    }
    return matrix;
  }

  @Override
  public OptionalDouble radius() {
    return OptionalDouble.of(weight);
  }

  @Override
  public Topology withSpectralRadius(double rho) {
    return new Ring(rho);
  }
}
