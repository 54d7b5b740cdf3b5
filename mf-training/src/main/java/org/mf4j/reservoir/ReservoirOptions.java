package org.mf4j.reservoir;

import org.mf4j.networks.RandomMatrix;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * How the weights of a reservoir are drawn.
 *
 * @param inputScaling omega: W ~ U[-omega, omega]; above 0
 * @param biasScaling beta: b ~ U[-beta, beta]; 0 for no bias
 * @param spectralRadius rho of the recurrent matrix RW; 0 for uncoupled neurons
 * @param scaling how RW is given its spectral radius
 */
public record ReservoirOptions(
    double inputScaling, double biasScaling, double spectralRadius, RecurrentScaling scaling) {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ReservoirOptions {
    Require.positive("inputScaling", inputScaling);
    Require.nonNegative("biasScaling", biasScaling);
    Require.nonNegative("spectralRadius", spectralRadius);
  }

  /**
   * Options with the papers' scaling, {@link RecurrentScaling#CIRCULAR_LAW}.
   *
   * @param inputScaling omega, above 0
   * @param biasScaling beta, 0 or above
   * @param spectralRadius rho, 0 or above
   */
  public ReservoirOptions(double inputScaling, double biasScaling, double spectralRadius) {
    this(inputScaling, biasScaling, spectralRadius, RecurrentScaling.CIRCULAR_LAW);
  }

  /**
   * The same options with another scaling of RW.
   *
   * @param other the scaling
   * @return new options
   */
  public ReservoirOptions withScaling(RecurrentScaling other) {
    return new ReservoirOptions(inputScaling, biasScaling, spectralRadius, other);
  }

  /**
   * The same options with another input scaling.
   *
   * @param omega above 0
   * @return new options
   */
  public ReservoirOptions withInputScaling(double omega) {
    return new ReservoirOptions(omega, biasScaling, spectralRadius, scaling);
  }

  /**
   * The same options with another bias scaling.
   *
   * @param beta 0 or above
   * @return new options
   */
  public ReservoirOptions withBiasScaling(double beta) {
    return new ReservoirOptions(inputScaling, beta, spectralRadius, scaling);
  }

  /**
   * The same options with another spectral radius.
   *
   * @param rho 0 or above
   * @return new options
   */
  public ReservoirOptions withSpectralRadius(double rho) {
    return new ReservoirOptions(inputScaling, biasScaling, rho, scaling);
  }

  /**
   * Draws the weights, each of the three from a generator of its own, so that for example another
   * bias scaling changes no other weight.
   *
   * @param nIn the number of input channels, at least 1
   * @param units N, at least 1
   * @param random where the numbers come from
   * @return W, RW and b
   */
  public RecurrentWeights draw(int nIn, int units, SeededRandom random) {
    double[][] input = RandomMatrix.uniform(nIn, units, inputScaling, random.split());
    double[][] recurrent = scaling.draw(units, spectralRadius, random.split());
    double[][] bias = RandomMatrix.uniform(1, units, biasScaling, random.split());
    return new RecurrentWeights(input, recurrent, bias);
  }
}
