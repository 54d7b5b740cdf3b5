package org.mf4j.hardware;

import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.random.SeededRandom;

/**
 * Finite levels: the conductance is rounded to the nearest of 2^b values, evenly spaced from G_min
 * to G_max. A differential pair then holds one of 2^(b+1) - 1 weights.
 *
 * @param bits b, 1 to 16
 */
public record Levels(int bits) implements DeviceNonideality {
  private static final int MOST_BITS = 16;

  /**
   * There are levels.
   *
   * @throws IllegalArgumentException if the number of bits is out of range
   */
  public Levels {
    if (bits < 1 || bits > MOST_BITS) {
      throw new IllegalArgumentException("bits = " + bits + ": must be in [1, " + MOST_BITS + "]");
    }
  }

  @Override
  public double deviate(double g, Conductance range, SeededRandom random) {
    int steps = (1 << bits) - 1;
    return Math.rint(Math.max(0, Math.min(1, g)) * steps) / steps;
  }
}
