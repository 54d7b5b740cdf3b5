package org.mf4j.dynamics;

/** The drive is u itself, as in the single nanowire neuron, eq. (7). */
public enum Unscaled implements Drive {
  /** The only instance. */
  UNSCALED;

  @Override
  public double lower() {
    return 0;
  }

  @Override
  public double range() {
    return 1;
  }

  @Override
  public boolean isRescaled() {
    return false;
  }

  @Override
  public double at(double u, double slope) {
    return u;
  }

  @Override
  public double slopeAt(double z, double slope) {
    return 1;
  }
}
