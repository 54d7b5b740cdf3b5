package org.mf4j.dynamics;

/**
 * RESCALE, eqs. (8) and (9): z = (upper - lower) / (1 + exp(-s u)) + lower keeps the drive of a
 * memristor in [lower, upper].
 *
 * @param lower a_, the smallest drive; finite
 * @param upper b_, the largest drive; finite, above lower
 */
public record Rescale(double lower, double upper) implements Drive {
  /**
   * The interval has a length: lower lies below upper, and both are finite.
   *
   * @throws IllegalArgumentException if the interval is empty or not finite
   */
  public Rescale {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower >= upper) {
      throw new IllegalArgumentException(
          "rescale = [" + lower + ", " + upper + "]: lower must be below upper, both finite");
    }
  }

  @Override
  public double range() {
    return upper - lower;
  }

  @Override
  public boolean isRescaled() {
    return true;
  }

  @Override
  public double at(double u, double slope) {
    return lower + range() * (1 / (1 + Math.exp(-slope * u)));
  }

  @Override
  public double slopeAt(double z, double slope) {
    double g = (z - lower) / range();
    return slope * (range() * g * (1 - g));
  }
}
