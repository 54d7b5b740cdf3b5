package org.mf4j.dynamics;

/**
 * What one step needs of the constants, folded once per neuron. With g the sigmoid of RESCALE
 * (without RESCALE g = u), both rates times deltaT are exponentials of an affine function of g:
 *
 * <pre>
 *   deltaT K_p(z) = exp(potentiationSlope g + potentiationOffset)
 *   deltaT K_d(z) = exp(depressionSlope   g + depressionOffset)
 * </pre>
 *
 * so that eqs. (9)-(12) become h' = deltaT K_p + h (gamma - deltaT K_p - deltaT K_d). All arrays
 * have one entry per neuron.
 *
 * @param slope factor of u before the sigmoid (1 without RESCALE)
 * @param potentiationSlope eta_p (b_ - a_)
 * @param potentiationOffset eta_p a_ + ln(deltaT K_p0)
 * @param depressionSlope -eta_d (b_ - a_)
 * @param depressionOffset -eta_d a_ + ln(deltaT K_d0)
 * @param gamma stabiliser
 */
// Read in inner loops and never shared outside the engines.
@SuppressWarnings("ArrayRecordComponent")
public record StepCoefficients(
    double[] slope,
    double[] potentiationSlope,
    double[] potentiationOffset,
    double[] depressionSlope,
    double[] depressionOffset,
    double[] gamma) {

  /**
   * Folds the constants.
   *
   * @param dynamics the constants
   * @param neurons the number of neurons
   * @return the coefficients
   * @throws IllegalArgumentException if the constants are for another number of neurons
   */
  public static StepCoefficients of(MemristiveDynamics dynamics, int neurons) {
    dynamics.requireNeurons(neurons);
    double lower = dynamics.drive().lower();
    double range = dynamics.drive().range();
    double[] slope = new double[neurons];
    double[] potentiationSlope = new double[neurons];
    double[] potentiationOffset = new double[neurons];
    double[] depressionSlope = new double[neurons];
    double[] depressionOffset = new double[neurons];
    for (int i = 0; i < neurons; i++) {
      double deltaT = dynamics.deltaT().at(i);
      DeviceRates rates = dynamics.rates(i);
      slope[i] = dynamics.drive().isRescaled() ? dynamics.slope().at(i) : 1;
      potentiationSlope[i] = rates.etaP() * range;
      potentiationOffset[i] = rates.etaP() * lower + Math.log(deltaT * rates.kp0());
      depressionSlope[i] = -rates.etaD() * range;
      depressionOffset[i] = -rates.etaD() * lower + Math.log(deltaT * rates.kd0());
    }
    return new StepCoefficients(
        slope,
        potentiationSlope,
        potentiationOffset,
        depressionSlope,
        depressionOffset,
        dynamics.gamma().expand(neurons));
  }
}
