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
}
