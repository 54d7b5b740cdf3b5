package org.mf4j.stability;

import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Require;

/**
 * The classical conditions for the leaky-integrator network h' = (1 - alpha) h + alpha tanh(x W + h
 * RW + b) (Jaeger, GMD report 148, 2001; Jaeger et al., Neural Networks 20, 335, 2007).
 *
 * @param spectralNorm ||W_h||_2; below 1 every step contracts at rate 1 - alpha (1 - ||W_h||_2) for
 *     every input, so the network is globally stable
 * @param spectralRadius of (1 - alpha) I + alpha W_h; above 1 the zero state of a network without
 *     bias repels under zero input
 */
public record LeakyConditions(double spectralNorm, double spectralRadius) {
  /**
   * Evaluates both.
   *
   * @param leakRate alpha, in (0, 1]
   * @param weights the weights of the layer
   * @return the norms
   * @throws IllegalArgumentException if the leak rate is not in (0, 1]
   */
  public static LeakyConditions of(double leakRate, RecurrentWeights weights) {
    Require.fraction("leakRate", leakRate);
    double[][] atZero = new double[weights.recurrent().length][];
    for (int i = 0; i < atZero.length; i++) {
      atZero[i] = weights.recurrent()[i].clone();
      for (int j = 0; j < atZero.length; j++) {
        atZero[i][j] *= leakRate;
      }
      atZero[i][i] += 1 - leakRate;
    }
    return new LeakyConditions(Coupling.of(weights).spectralNorm(), Spectrum.of(atZero).radius());
  }

  /** {@return the verdict; unstable is meant for zero input without bias} */
  public Verdict verdict() {
    if (spectralNorm < 1) {
      return Verdict.GLOBALLY_STABLE;
    }
    return spectralRadius < 1 ? Verdict.LOCALLY_PLAUSIBLE : Verdict.UNSTABLE;
  }
}
