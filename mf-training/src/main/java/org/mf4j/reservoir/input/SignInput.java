package org.mf4j.reservoir.input;

import java.util.Optional;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * |W_ij| = omega_j with a random sign: the input weights of minimum complexity. Rodan and Tino,
 * IEEE Trans. Neural Netw. 22, 131 (2011). The authors take the signs from the digits of pi, here
 * they come from the generator.
 *
 * @param inputScaling the distribution of omega_j, above 0
 */
public record SignInput(Distribution inputScaling) implements InputWeights {
  /**
   * Every scaling is above 0.
   *
   * @throws IllegalArgumentException if the scaling is not finite and above 0
   */
  public SignInput {
    Require.positive("inputScaling", inputScaling.lowest());
  }

  /**
   * The same scaling for all neurons.
   *
   * @param inputScaling omega, above 0
   */
  public SignInput(double inputScaling) {
    this(new Distribution.Constant(inputScaling));
  }

  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    double[] omega = inputScaling.draw(units, random);
    double[][] weights = new double[nIn][units];
    for (double[] row : weights) {
      for (int j = 0; j < units; j++) {
        row[j] = random.nextDouble() < 0.5 ? -omega[j] : omega[j];
      }
    }
    return weights;
  }

  @Override
  public Optional<Distribution> scaling() {
    return Optional.of(inputScaling);
  }

  @Override
  public InputWeights withScaling(Distribution omega) {
    return new SignInput(omega);
  }
}
