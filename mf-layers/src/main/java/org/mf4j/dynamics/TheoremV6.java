package org.mf4j.dynamics;

import java.util.Locale;

/**
 * Theorem V.6 of Pistolesi et al. (2025), necessary for asymptotic stability: gamma - deltaT p_max
 * > -1 and gamma - deltaT p_min &lt; 1, with the theorem's bounds p_min and p_max of p(z) = K_p(z)
 * + K_d(z) on [a_, b_].
 */
public final class TheoremV6 {
  private TheoremV6() {}

  /**
   * Whether the condition holds for every neuron.
   *
   * @param dynamics the constants, with RESCALE (without it p is unbounded and it never holds)
   * @return true if it holds
   */
  public static boolean holds(MemristiveDynamics dynamics) {
    return dynamics.drive().isRescaled() && neuronThatFails(dynamics) < 0;
  }

  /**
   * What the theorem says of the constants.
   *
   * @param dynamics the constants
   * @param integration the step; the theorem is about Euler's
   * @return one sentence
   */
  public static String sentence(MemristiveDynamics dynamics, Integration integration) {
    if (integration == Integration.EXACT) {
      return "the exact step keeps states in [0, 1], so an input or a weight is not finite";
    }
    if (!dynamics.drive().isRescaled()) {
      return "without RESCALE the rates are unbounded and Theorem V.6 gives no bound: rescale the"
          + " drive, scale the input down or use the exact step";
    }
    int neuron = neuronThatFails(dynamics);
    String condition = "Theorem V.6 (gamma - deltaT p_max > -1, gamma - deltaT p_min < 1) ";
    return neuron < 0
        ? condition + "holds for these constants, so an input or a weight is not finite"
        : condition
            + String.format(
                Locale.ROOT,
                "fails for gamma = %s, deltaT = %s: use a smaller deltaT or the exact step",
                dynamics.gamma().at(neuron),
                dynamics.deltaT().at(neuron));
  }

  private static int neuronThatFails(MemristiveDynamics dynamics) {
    for (int i = 0; i < dynamics.distinctNeurons(); i++) {
      double gamma = dynamics.gamma().at(i);
      double deltaT = dynamics.deltaT().at(i);
      if (gamma - deltaT * largestRate(dynamics, i) <= -1
          || gamma - deltaT * smallestRate(dynamics, i) >= 1) {
        return i;
      }
    }
    return -1;
  }

  /**
   * p_max = K_p(b_) + K_d(a_), as the theorem bounds p.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return p_max, per unit of time; 10.224 for Table II
   */
  public static double largestRate(MemristiveDynamics dynamics, int neuron) {
    Drive drive = dynamics.drive();
    DeviceRates rates = dynamics.rates(neuron);
    return rates.potentiation(drive.lower() + drive.range()) + rates.depression(drive.lower());
  }

  /**
   * p_min = K_p(a_) + K_d(b_), as the theorem bounds p.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return p_min, per unit of time; 0.1616 for Table II
   */
  public static double smallestRate(MemristiveDynamics dynamics, int neuron) {
    Drive drive = dynamics.drive();
    DeviceRates rates = dynamics.rates(neuron);
    return rates.potentiation(drive.lower()) + rates.depression(drive.lower() + drive.range());
  }
}
