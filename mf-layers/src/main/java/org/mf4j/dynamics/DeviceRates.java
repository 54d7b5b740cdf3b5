package org.mf4j.dynamics;

/**
 * The rates of one device, eq. (6) of Pistolesi et al. (2025): K_p(z) = K_p0 exp(eta_p z), K_d(z) =
 * K_d0 exp(-eta_d z), per unit of time.
 *
 * @param kp0 K_p0, per unit of time
 * @param kd0 K_d0, per unit of time
 * @param etaP eta_p
 * @param etaD eta_d
 */
public record DeviceRates(double kp0, double kd0, double etaP, double etaD) {
  /**
   * Potentiation rate.
   *
   * @param z drive
   * @return K_p(z), per unit of time
   */
  public double potentiation(double z) {
    return kp0 * Math.exp(etaP * z);
  }

  /**
   * Depression rate.
   *
   * @param z drive
   * @return K_d(z), per unit of time
   */
  public double depression(double z) {
    return kd0 * Math.exp(-etaD * z);
  }

  /**
   * The rate at which a state is forgotten.
   *
   * @param z drive
   * @return p(z) = K_p(z) + K_d(z), per unit of time
   */
  public double total(double z) {
    return potentiation(z) + depression(z);
  }

  /**
   * How the total rate follows the drive.
   *
   * @param z drive
   * @return dp/dz = eta_p K_p(z) - eta_d K_d(z)
   */
  public double totalSlope(double z) {
    return etaP * potentiation(z) - etaD * depression(z);
  }
}
