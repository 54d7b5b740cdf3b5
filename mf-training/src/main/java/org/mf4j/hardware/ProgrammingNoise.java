package org.mf4j.hardware;

import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.random.SeededRandom;

/**
 * Writing misses its target: g + N(0, sigma(g)^2), sigma(g) = c_0 + c_1 g + c_2 g^2, not below 0. A
 * conductance that would be negative is 0 S.
 *
 * @param constant c_0, in units of G_max - G_min
 * @param linear c_1, likewise
 * @param quadratic c_2, likewise
 */
public record ProgrammingNoise(double constant, double linear, double quadratic)
    implements DeviceNonideality {
  /** G_max of the devices of Joshi et al., in microsiemens, in which their polynomial is told. */
  private static final double JOSHI_MAXIMUM = 25;

  /**
   * The coefficients are finite.
   *
   * @throws IllegalArgumentException if one is not, or sigma(0) or sigma(1) is negative
   */
  public ProgrammingNoise {
    if (!(constant >= 0 && constant + linear + quadratic >= 0)
        || !Double.isFinite(constant + Math.abs(linear) + Math.abs(quadratic))) {
      throw new IllegalArgumentException(
          "sigma(g) = %s + %s g + %s g^2: must be finite, and 0 or above at g = 0 and at g = 1"
              .formatted(constant, linear, quadratic));
    }
  }

  /**
   * The same for every conductance.
   *
   * @param sigma 0 or above, in units of G_max - G_min
   * @throws IllegalArgumentException if sigma is negative or not finite
   */
  public ProgrammingNoise(double sigma) {
    this(sigma, 0, 0);
  }

  /**
   * Phase-change memory: sigma = 0.2635 + 1.9650 g - 1.1731 g^2 microsiemens at G_max = 25
   * microsiemens (Joshi et al., Nat. Commun. 11, 2473, 2020, as IBM's aihwkit has it).
   *
   * @return the noise
   */
  public static ProgrammingNoise phaseChangeMemory() {
    return new ProgrammingNoise(
        0.26348 / JOSHI_MAXIMUM, 1.9650 / JOSHI_MAXIMUM, -1.1731 / JOSHI_MAXIMUM);
  }

  /**
   * The standard deviation at a conductance.
   *
   * @param g normalised
   * @return sigma(g), not below 0
   */
  public double sigma(double g) {
    return Math.max(0, constant + g * (linear + g * quadratic));
  }

  @Override
  public double deviate(double g, Conductance range, SeededRandom random) {
    return DeviceNonideality.notNegative(g + sigma(g) * random.nextGaussian(), range);
  }
}
