package org.mf4j.reservoir.input;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * |W_ij| = omega with a random sign: the input weights of minimum complexity. Rodan and Tino, IEEE
 * Trans. Neural Netw. 22, 131 (2011). The authors take the signs from the digits of pi, here they
 * come from the generator.
 *
 * @param inputScaling omega, above 0
 */
public record SignInput(double inputScaling) implements InputWeights {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if the scaling is not finite and above 0
   */
  public SignInput {
    Require.positive("inputScaling", inputScaling);
  }

  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    double[][] weights = new double[nIn][units];
    for (double[] row : weights) {
      for (int j = 0; j < units; j++) {
        row[j] = random.nextDouble() < 0.5 ? -inputScaling : inputScaling;
      }
    }
    return weights;
  }
}
