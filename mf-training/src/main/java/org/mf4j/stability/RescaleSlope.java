package org.mf4j.stability;

import org.mf4j.dynamics.Drive;

/**
 * The derivative of RESCALE, eqs. (8) and (9), as a function of what it puts out: with g = (z - a_)
 * / (b_ - a_), sigma' = dz/du = s (b_ - a_) g (1 - g).
 */
final class RescaleSlope {
  private RescaleSlope() {}

  /** sigma' / s at a drive z of [a_, b_]. */
  static double atUnitSlope(Drive drive, double z) {
    double g = (z - drive.lower()) / drive.range();
    return drive.range() * g * (1 - g);
  }
}
