package org.mf4j.signals;

/**
 * Santa Fe-like: intensity pulsations of a laser in the chaotic state, from equations. Data set A
 * of the Santa Fe competition (Weigend and Gershenfeld, 1994) was measured on a far-infrared NH3
 * laser, which the Lorenz equations describe (Haken, Phys. Lett. A 53, 77, 1975; Huebner, Abraham
 * and Weiss, Phys. Rev. A 40, 6354, 1989) with sigma = 2, rho = 15, beta = 0.25; the intensity is
 * x(t)<sup>2</sup>. These numbers are <em>not</em> the measured ones: there is no noise of the
 * detector and no rounding to 8 bits, and scores on both cannot be compared.
 *
 * <p>A sample every 0.4, which makes about 7.5 samples per pulse as in data set A; 40 Runge-Kutta
 * steps of 0.01 between two samples.
 */
public final class LaserLike {
  private static final LorenzSystem LASER = new LorenzSystem(2, 15, 0.25, 0.4, 40);

  private LaserLike() {}

  /**
   * Generates from x = y = 1, z = 0.
   *
   * @param discarded samples to leave out before the first one that is returned, 0 or above
   * @param length the number of samples, at least 1
   * @return the intensities, 0 or above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static double[] generate(int discarded, int length) {
    double[] field = LASER.generate(1, 1, 0, discarded, length)[0];
    for (int t = 0; t < length; t++) {
      field[t] *= field[t];
    }
    return field;
  }
}
