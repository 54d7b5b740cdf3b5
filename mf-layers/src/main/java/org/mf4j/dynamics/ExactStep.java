package org.mf4j.dynamics;

/**
 * The exact step: with q = deltaT (K_p + K_d) + 1 - gamma and m = deltaT K_p / q, h' = m + (h - m)
 * exp(-q). For gamma in (0, 1] both m and exp(-q) lie in [0, 1], so h' is a mean of m and h: the
 * unit cube is kept for every deltaT.
 *
 * @param rates K_p and K_d of the neuron
 * @param gamma stabiliser of the neuron
 * @param deltaT step of the neuron
 */
record ExactStep(DeviceRates rates, double gamma, double deltaT) implements NeuronStep {
  /** Where rates leave the doubles, m is what it is at this one, to the last bit. */
  private static final double LARGEST = 1e300;

  @Override
  public double offset(double z) {
    double q = exponent(z);
    return potentiation(z) / q * -Math.expm1(-q);
  }

  @Override
  public double decay(double z) {
    return Math.exp(-exponent(z));
  }

  @Override
  public double offsetSlope(double z) {
    double q = exponent(z);
    double p = potentiation(z);
    double meanSlope = (rates.etaP() * p - p / q * exponentSlope(z)) / q;
    return meanSlope * -Math.expm1(-q) + p / q * Math.exp(-q) * exponentSlope(z);
  }

  @Override
  public double decaySlope(double z) {
    return -Math.exp(-exponent(z)) * exponentSlope(z);
  }

  @Override
  public double spread(double z) {
    double q = exponent(z);
    return Math.sqrt(deltaT * -Math.expm1(-2 * q) / (2 * q));
  }

  private double potentiation(double z) {
    return Math.min(LARGEST, deltaT * rates.potentiation(z));
  }

  private double depression(double z) {
    return Math.min(LARGEST, deltaT * rates.depression(z));
  }

  /** Above 0, however short the step is: it is divided by. */
  private double exponent(double z) {
    return potentiation(z) + depression(z) + (1 - gamma) + Double.MIN_NORMAL;
  }

  private double exponentSlope(double z) {
    return rates.etaP() * potentiation(z) - rates.etaD() * depression(z);
  }
}
