package org.mf4j.hardware;

import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.random.SeededRandom;

/**
 * Devices that cannot be written: at G_max with one probability, at G_min with another.
 *
 * @param on p_on, 0 or above
 * @param off p_off, 0 or above; p_on + p_off is at most 1
 */
public record StuckDevices(double on, double off) implements DeviceNonideality {
  /**
   * The probabilities are some.
   *
   * @throws IllegalArgumentException if one is negative or their sum is above 1
   */
  public StuckDevices {
    if (!(on >= 0 && off >= 0 && on + off <= 1)) {
      throw new IllegalArgumentException(
          "on = " + on + ", off = " + off + ": must be 0 or above, and at most 1 together");
    }
  }

  @Override
  public double deviate(double g, Conductance range, SeededRandom random) {
    double drawn = random.nextDouble();
    if (drawn < on) {
      return 1;
    }
    return drawn < on + off ? 0 : g;
  }
}
