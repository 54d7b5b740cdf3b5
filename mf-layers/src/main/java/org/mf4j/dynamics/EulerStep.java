package org.mf4j.dynamics;

/**
 * Eq. (12): h' = deltaT K_p + (gamma - deltaT (K_p + K_d)) h.
 *
 * @param rates K_p and K_d of the neuron
 * @param gamma stabiliser of the neuron
 * @param deltaT step of the neuron
 */
record EulerStep(DeviceRates rates, double gamma, double deltaT) implements NeuronStep {
  @Override
  public double offset(double z) {
    return deltaT * rates.potentiation(z);
  }

  @Override
  public double decay(double z) {
    return gamma - deltaT * rates.total(z);
  }

  @Override
  public double offsetSlope(double z) {
    return deltaT * rates.etaP() * rates.potentiation(z);
  }

  @Override
  public double decaySlope(double z) {
    return -deltaT * rates.totalSlope(z);
  }

  @Override
  public double spread(double z) {
    return Math.sqrt(deltaT);
  }
}
