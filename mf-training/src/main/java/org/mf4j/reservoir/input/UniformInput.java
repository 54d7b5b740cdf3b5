package org.mf4j.reservoir.input;

import java.util.Optional;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * W_ij ~ U[-omega_j, omega_j]. The papers give all neurons the same omega.
 *
 * @param inputScaling the distribution of omega_j, above 0
 */
public record UniformInput(Distribution inputScaling) implements InputWeights {
  /**
   * Every scaling is above 0.
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

  @Override
  public Optional<Distribution> scaling() {
    return Optional.of(inputScaling);
  }

  @Override
  public InputWeights withScaling(Distribution omega) {
    return new UniformInput(omega);
  }

  @Override
  public Optional<IntervalInput> interval() {
    return inputScaling instanceof Distribution.Constant omega
        ? Optional.of(new IntervalInput(0, omega.value()))
        : Optional.empty();
  }
}
