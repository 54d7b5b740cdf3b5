package org.mf4j.dynamics;

/**
 * How dh/dt = K_p (1 - h) - K_d h is stepped over deltaT while the input is held. The equation is
 * (5) of Pistolesi et al., APL Mach. Learn. 3, 016117 (2025).
 */
public enum Integration {
  /**
   * Forward Euler with the stabiliser gamma, eq. (12): h' = deltaT (K_p - (K_p + K_d) h) + gamma h.
   * The papers' choice and the default. Order 1; diverges where deltaT (K_p + K_d) is large.
   */
  EULER,
  /**
   * The exact solution with the stabiliser read as a further decay rate, P = K_p + K_d + (1 -
   * gamma)/deltaT: h' = K_p/P + (h - K_p/P) exp(-deltaT P). Agrees with EULER to O(deltaT^2) and
   * keeps h in [0, 1] for every deltaT.
   */
  EXACT
}
