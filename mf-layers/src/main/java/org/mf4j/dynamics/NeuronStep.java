package org.mf4j.dynamics;

/**
 * One step of one neuron as a function of its drive z and its state h. Both integrations are affine
 * in h:
 *
 * <pre>
 *   h' = offset(z) + decay(z) h
 * </pre>
 *
 * so that the derivative along the state is decay(z), and along the drive offset'(z) + decay'(z) h.
 */
public sealed interface NeuronStep permits EulerStep, ExactStep {
  /**
   * The step of a neuron.
   *
   * @param dynamics the constants
   * @param integration the papers' Euler step, eq. (12), or the exact one
   * @param neuron index of the neuron; any where the constants are shared
   * @return its step
   */
  static NeuronStep of(MemristiveDynamics dynamics, Integration integration, int neuron) {
    double gamma = dynamics.gamma().at(neuron);
    double deltaT = dynamics.deltaT().at(neuron);
    return switch (integration) {
      case EULER -> new EulerStep(dynamics.rates(neuron), gamma, deltaT);
      case EXACT -> new ExactStep(dynamics.rates(neuron), gamma, deltaT);
    };
  }

  /**
   * The state after a step from h = 0.
   *
   * @param z drive
   * @return offset(z)
   */
  double offset(double z);

  /**
   * The share of the state that a step leaves.
   *
   * @param z drive
   * @return decay(z)
   */
  double decay(double z);

  /**
   * The derivative of the offset.
   *
   * @param z drive
   * @return d offset / dz
   */
  double offsetSlope(double z);

  /**
   * The derivative of the decay.
   *
   * @param z drive
   * @return d decay / dz
   */
  double decaySlope(double z);

  /**
   * The noise that a step adds: the standard deviation of h' for white noise of strength sigma = 1
   * on the state, see {@code org.mf4j.dynamics.stochastic}.
   *
   * @param z drive
   * @return sqrt(deltaT) for Euler's step, sqrt((1 - exp(-2 theta deltaT)) / (2 theta)) with theta
   *     = K_p + K_d + (1 - gamma)/deltaT for the exact one
   */
  double spread(double z);

  /**
   * The step.
   *
   * @param z drive
   * @param h state before it
   * @return state after it
   */
  default double next(double z, double h) {
    return offset(z) + decay(z) * h;
  }

  /**
   * How the state after the step follows the drive.
   *
   * @param z drive
   * @param h state before the step
   * @return d h' / dz; deltaT c with c = eta_p K_p (1 - h) + eta_d K_d h for Euler's step
   */
  default double driveSlope(double z, double h) {
    return offsetSlope(z) + decaySlope(z) * h;
  }

  /**
   * The largest modulus of {@link #driveSlope} over states of the unit interval; it is affine in h,
   * so an end attains it.
   *
   * @param z drive
   * @return max over h in [0, 1] of |d h' / dz|
   */
  default double largestDriveSlope(double z) {
    return Math.max(Math.abs(driveSlope(z, 0)), Math.abs(driveSlope(z, 1)));
  }
}
