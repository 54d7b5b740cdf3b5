package org.mf4j.dynamics;

import java.io.Serializable;

/** What drives the memristors, as lower + range * g of a number g. */
public sealed interface Drive extends Serializable permits Rescale, Unscaled {
  /** {@return the drive at g = 0} */
  double lower();

  /** {@return the derivative of the drive with respect to g} */
  double range();

  /** {@return true if g is the sigmoid of s u, eqs. (8)-(9); false if g is u itself} */
  boolean isRescaled();

  /**
   * The drive of a neuron.
   *
   * @param u pre-activation x W + h RW + b
   * @param slope s of the neuron; without RESCALE it has no effect
   * @return z, eqs. (8)-(9), or u itself
   */
  double at(double u, double slope);

  /**
   * How the drive follows the pre-activation, as a function of the drive.
   *
   * @param z a drive that {@link #at} gives
   * @param slope s of the neuron; without RESCALE it has no effect
   * @return dz/du, the sigma' of section V of the paper: s (b_ - a_) g (1 - g) with g = (z - a_) /
   *     (b_ - a_), or 1
   */
  double slopeAt(double z, double slope);
}
