package org.mf4j.dynamics;

/**
 * One step of a memristive neuron with gates on its rates, as plain numbers. The gates are the duty
 * cycles of an access transistor in series with the device (1T1R): a_p, a_d in [0, 1] are the
 * shares of the step for which the device is exposed to what potentiates and to what depresses it,
 *
 * <pre>
 *   a_p = 1/(1 + exp(-w_p))      a_d = 1/(1 + exp(-w_d))
 *   dh/dt = a_p K_p(z) (1 - h) - a_d K_d(z) h
 *   h' = deltaT (a_p K_p(z) - (a_p K_p(z) + a_d K_d(z)) h) + gamma h
 * </pre>
 *
 * which is eq. (12) with the rates of a device whose K_p0 and K_d0 are a_p and a_d times as large;
 * so is the exact step. Closed gates hold the state (times gamma), whatever the drive.
 *
 * <p>Gates only slow the device down, so the unit cube stays invariant wherever it is for the same
 * neuron without them: p = deltaT a_p K_p and d = deltaT a_d K_d are not above their values at open
 * gates, and the step, affine in h, takes the ends of [0, 1] to p &lt;= 1 and gamma - d >= 0 under
 * the same two inequalities (for Euler's step deltaT K_p(b_) &lt;= 1 and deltaT K_d(a_) &lt;=
 * gamma; none for the exact step). They are also necessary, since gates may be as open as they
 * like.
 *
 * @param rates K_p and K_d at open gates
 * @param gamma stabiliser
 * @param deltaT step
 * @param integration Euler's formula or the exact solution
 */
public record GatedStep(DeviceRates rates, double gamma, double deltaT, Integration integration) {
  /**
   * The step of a neuron.
   *
   * @param dynamics the constants
   * @param integration Euler's formula or the exact solution
   * @param neuron index of the neuron; any where the constants are shared
   * @return its step
   */
  public static GatedStep of(MemristiveDynamics dynamics, Integration integration, int neuron) {
    return new GatedStep(
        dynamics.rates(neuron),
        dynamics.gamma().at(neuron),
        dynamics.deltaT().at(neuron),
        integration);
  }

  /**
   * The share of a step for which a gate is open.
   *
   * @param w pre-activation of the gate
   * @return a = 1/(1 + exp(-w))
   */
  public static double open(double w) {
    return 1 / (1 + Math.exp(-w));
  }

  /**
   * The step under given gates, from which its slopes follow.
   *
   * @param potentiation a_p, in (0, 1]
   * @param depression a_d, in (0, 1]
   * @return the step of the slowed device
   */
  public NeuronStep under(double potentiation, double depression) {
    DeviceRates slowed =
        new DeviceRates(
            potentiation * rates.kp0(), depression * rates.kd0(), rates.etaP(), rates.etaD());
    return integration == Integration.EULER
        ? new EulerStep(slowed, gamma, deltaT)
        : new ExactStep(slowed, gamma, deltaT);
  }

  /**
   * The step.
   *
   * @param z drive
   * @param potentiationGate w_p, pre-activation of the gate of K_p
   * @param depressionGate w_d, pre-activation of the gate of K_d
   * @param h state before it
   * @return state after it
   */
  public double next(double z, double potentiationGate, double depressionGate, double h) {
    return under(open(potentiationGate), open(depressionGate)).next(z, h);
  }
}
