package org.mf4j.reservoir.topology;

import java.util.OptionalDouble;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Every neuron feeds every neuron, RW ~ U[-v, v] with v = rho / sqrt(N) * 6 / sqrt(12) (Gallicchio,
 * Micheli and Pedrelli, <i>Fast spectral radius initialization for recurrent neural networks</i>,
 * INNSBDDL 2019): by the circular law the spectral radius is near rho for large N, and no
 * eigenvalue is computed. What the papers use.
 *
 * @param spectralRadius rho, 0 or above
 */
public record CircularLaw(double spectralRadius) implements Topology {
  /**
   * The spectral radius is 0 or above.
   *
   * @throws IllegalArgumentException if the spectral radius is negative or not finite
   */
  public CircularLaw {
    Require.nonNegative("spectralRadius", spectralRadius);
  }

  @Override
  public double[][] draw(int units, SeededRandom random) {
    double bound = spectralRadius / Math.sqrt(units) * 6 / Math.sqrt(12);
    return RandomMatrix.uniform(units, units, bound, random);
  }

  @Override
  public OptionalDouble radius() {
    return OptionalDouble.of(spectralRadius);
  }

  @Override
  public Topology withSpectralRadius(double rho) {
    return new CircularLaw(rho);
  }
}
