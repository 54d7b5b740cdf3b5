package org.mf4j.hardware;

import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Writing misses its target by a factor: G exp(N(0, s^2)), G in siemens. Its median is the target.
 *
 * @param s standard deviation of the logarithm, 0 or above
 */
public record RelativeNoise(double s) implements DeviceNonideality {
  /**
   * The deviation is 0 or above.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public RelativeNoise {
    Require.nonNegative("s", s);
  }

  @Override
  public double deviate(double g, Conductance range, SeededRandom random) {
    return range.state(range.siemens(g) * StrictMath.exp(s * random.nextGaussian()));
  }
}
