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
   * The drive at which a state is forgotten most slowly. p is convex in z, least where eta_p K_p =
   * eta_d K_d: at z* = ln(eta_d K_d0 / (eta_p K_p0)) / (eta_p + eta_d) or, where that lies outside,
   * at the nearer end; its largest value is at an end.
   *
   * @param drives the drives that occur
   * @return the drive with the least p(z) among them
   */
  public double slowestDrive(Interval drives) {
    return drives.nearest(Math.log(etaD * kd0 / (etaP * kp0)) / (etaP + etaD));
  }

  /**
   * The range of the total rate.
   *
   * @param drives the drives that occur
   * @return [min p(z), max p(z)] over them, per unit of time
   */
  public Interval totals(Interval drives) {
    return new Interval(
        total(slowestDrive(drives)), Math.max(total(drives.lower()), total(drives.upper())));
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
