package org.mf4j.reservoir.topology;

import java.util.OptionalDouble;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * No neuron feeds another, as in the assemblies of nanowire neurons [ESANN]; each may feed itself.
 * Nothing is random.
 *
 * @param selfWeight the weight with which a neuron feeds itself, which is the spectral radius; 0 or
 *     above
 */
public record Uncoupled(double selfWeight) implements Topology {
  /**
   * The weight is 0 or above.
   *
   * @throws IllegalArgumentException if the weight is negative or not finite
   */
  public Uncoupled {
    Require.nonNegative("selfWeight", selfWeight);
  }

  /** Neurons that do not feed themselves either: RW = 0. */
  public Uncoupled() {
    this(0);
  }

  @Override
  public double[][] draw(int units, SeededRandom random) {
    double[][] matrix = new double[units][units];
    for (int i = 0; i < units; i++) {
      matrix[i][i] = selfWeight;
    }
    return matrix;
  }

  @Override
  public OptionalDouble radius() {
    return OptionalDouble.of(selfWeight);
  }

  @Override
  public Topology withSpectralRadius(double rho) {
    return new Uncoupled(rho);
  }
}
