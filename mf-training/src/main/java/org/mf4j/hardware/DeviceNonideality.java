package org.mf4j.hardware;

import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.random.SeededRandom;

/** What happens to the conductance of a single device, independently of all others. */
public non-sealed interface DeviceNonideality extends Nonideality {
  /**
   * The conductance that the device has in place of the one it should have.
   *
   * @param g normalised: 0 at G_min, 1 at G_max; below 0 only down to 0 S
   * @param range G_min and G_max in siemens
   * @param random where random numbers come from
   * @return the conductance, normalised likewise
   */
  double deviate(double g, Conductance range, SeededRandom random);

  /**
   * The nearest conductance that a device can have: none is negative.
   *
   * @param g normalised
   * @param range G_min and G_max in siemens
   * @return g, or the state of 0 S
   */
  static double notNegative(double g, Conductance range) {
    return Math.max(g, range.state(0));
  }
}
