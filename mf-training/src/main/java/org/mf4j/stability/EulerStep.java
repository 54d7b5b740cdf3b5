package org.mf4j.stability;

import org.mf4j.dynamics.MemristiveDynamics;

/**
 * Eq. (12): h' = deltaT K_p + (gamma - deltaT (K_p + K_d)) h.
 *
 * @param dynamics the rates
 * @param gamma stabiliser of the neuron
 * @param deltaT step of the neuron
 */
record EulerStep(MemristiveDynamics dynamics, double gamma, double deltaT) implements NeuronStep {
  @Override
  public double offset(double z) {
    return deltaT * dynamics.potentiationRate(z);
  }

  @Override
  public double decay(double z) {
    return gamma - deltaT * (dynamics.potentiationRate(z) + dynamics.depressionRate(z));
  }

  @Override
  public double offsetSlope(double z) {
    return deltaT * dynamics.etaP() * dynamics.potentiationRate(z);
  }

  @Override
  public double decaySlope(double z) {
    return deltaT
        * (dynamics.etaD() * dynamics.depressionRate(z)
            - dynamics.etaP() * dynamics.potentiationRate(z));
  }
}
