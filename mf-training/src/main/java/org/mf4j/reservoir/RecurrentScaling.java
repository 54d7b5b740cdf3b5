package org.mf4j.reservoir;

/** How the recurrent matrix of a reservoir is given its spectral radius rho. */
public enum RecurrentScaling {
  /**
   * RW ~ U[-v, v] with v = rho / sqrt(N) * 6 / sqrt(12): by the circular law the spectral radius is
   * near rho for large N, and nothing has to be computed. What the papers use.
   */
  CIRCULAR_LAW,
  /** RW ~ U[-1, 1], then divided by its largest eigenvalue modulus and multiplied by rho: exact. */
  LARGEST_EIGENVALUE
}
