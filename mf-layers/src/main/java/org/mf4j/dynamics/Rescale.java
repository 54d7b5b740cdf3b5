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
   * Validates.
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
}
