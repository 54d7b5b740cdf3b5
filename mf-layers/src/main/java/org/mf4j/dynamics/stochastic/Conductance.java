package org.mf4j.dynamics.stochastic;

/**
 * The conductance of a device in siemens: G = G_min (1 - g) + G_max g of its normalised state g.
 *
 * @param smallest G_min, positive, in siemens
 * @param largest G_max, above G_min, in siemens
 */
public record Conductance(double smallest, double largest) {
  /** The silver nanowire network of Milano et al., Nat. Commun. 16 (2025). */
  static final Conductance SILVER = new Conductance(1.4558e-7, 6.8580e-5);

  /**
   * The conductances are positive and in order.
   *
   * @throws IllegalArgumentException if they are not
   */
  public Conductance {
    if (!(smallest > 0 && smallest < largest && Double.isFinite(largest))) {
      throw new IllegalArgumentException(
          "conductance = ["
              + smallest
              + ", "
              + largest
              + "] S: must be finite and positive, the smallest below the largest");
    }
  }

  /**
   * The conductance of a state.
   *
   * @param g normalised state
   * @return G in siemens
   */
  public double siemens(double g) {
    return smallest * (1 - g) + largest * g;
  }

  /**
   * The state of a conductance.
   *
   * @param siemens G
   * @return g, normalised
   */
  public double state(double siemens) {
    return share(siemens - smallest);
  }

  /** A difference of conductances as a difference of states. */
  double share(double siemens) {
    return siemens / (largest - smallest);
  }
}
