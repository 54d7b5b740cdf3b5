package org.mf4j.reservoir.input;

import org.mf4j.networks.RandomMatrix;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.devices.Distribution;

/**
 * W_ij ~ U[-omega_j, omega_j]. The papers give all neurons the same omega.
 *
 * @param inputScaling the distribution of omega_j, above 0
 */
public record UniformInput(Distribution inputScaling) implements InputWeights {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if a scaling can be 0 or below
   */
  public UniformInput {
    Require.positive("inputScaling", inputScaling.lowest());
  }

  /**
   * The same scaling for all neurons.
   *
   * @param inputScaling omega, above 0
   */
  public UniformInput(double inputScaling) {
    this(new Distribution.Constant(inputScaling));
  }

  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    return RandomMatrix.uniform(nIn, inputScaling.draw(units, random), random);
  }
}
