package org.mf4j.reservoir;

import org.mf4j.networks.RandomMatrix;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.input.InputWeights;
import org.mf4j.reservoir.input.UniformInput;
import org.mf4j.reservoir.topology.CircularLaw;
import org.mf4j.reservoir.topology.Topology;

/**
 * How the weights of a reservoir are drawn.
 *
 * @param input how W is drawn
 * @param biasScaling the distribution of beta_j: b_j ~ U[-beta_j, beta_j]; 0 for no bias
 * @param topology how RW is drawn
 */
public record ReservoirOptions(InputWeights input, Distribution biasScaling, Topology topology) {
  /**
   * No bias scaling is negative.
   *
   * @throws IllegalArgumentException if a bias scaling can be negative
   */
  public ReservoirOptions {
    Require.nonNegative("biasScaling", biasScaling.lowest());
  }

  /**
   * The papers' reservoir: uniform input weights and biases, and {@link CircularLaw}.
   *
   * @param inputScaling omega, above 0
   * @param biasScaling beta, 0 or above
   * @param spectralRadius rho, 0 or above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ReservoirOptions(double inputScaling, double biasScaling, double spectralRadius) {
    this(
        new UniformInput(inputScaling),
        new Distribution.Constant(biasScaling),
        new CircularLaw(spectralRadius));
  }

  /**
   * The same options with other input weights.
   *
   * @param other how W is drawn
   * @return new options
   */
  public ReservoirOptions withInput(InputWeights other) {
    return new ReservoirOptions(other, biasScaling, topology);
  }

  /**
   * The same options with another bias scaling.
   *
   * @param beta the distribution of beta_j, 0 or above
   * @return new options
   */
  public ReservoirOptions withBiasScaling(Distribution beta) {
    return new ReservoirOptions(input, beta, topology);
  }

  /**
   * The same options with another topology.
   *
   * @param other how RW is drawn
   * @return new options
   */
  public ReservoirOptions withTopology(Topology other) {
    return new ReservoirOptions(input, biasScaling, other);
  }

  /**
   * Draws the weights, each of the three from a generator of its own, so that for example another
   * bias scaling changes no other weight.
   *
   * @param nIn the number of input channels, at least 1
   * @param units N, at least 1
   * @param random where the numbers come from
   * @return W, RW and b
   * @throws IllegalArgumentException if input weights or topology do not exist for these sizes
   */
  public RecurrentWeights draw(int nIn, int units, SeededRandom random) {
    double[][] inputWeights = input.draw(nIn, units, random.split());
    double[][] recurrent = topology.draw(units, random.split());
    SeededRandom biases = random.split();
    double[][] bias = RandomMatrix.uniform(1, biasScaling.draw(units, biases), biases);
    return new RecurrentWeights(inputWeights, recurrent, bias);
  }
}
