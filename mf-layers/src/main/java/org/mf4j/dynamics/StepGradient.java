package org.mf4j.dynamics;

/**
 * The gradient of a loss with respect to {@link StepCoefficients}, summed over steps and series;
 * one entry per neuron in every array.
 *
 * @param slope dL/ds
 * @param potentiationSlope dL/d(eta_p (b_ - a_))
 * @param potentiationOffset dL/d(eta_p a_ + ln(deltaT K_p0))
 * @param depressionSlope dL/d(-eta_d (b_ - a_))
 * @param depressionOffset dL/d(-eta_d a_ + ln(deltaT K_d0))
 * @param gamma dL/d gamma
 * @param noise dL/d ln deltaT by way of what noise adds at given deltaT K_p and deltaT K_d
 */
// Written and read in inner loops and never shared outside the engines.
@SuppressWarnings("ArrayRecordComponent")
public record StepGradient(
    double[] slope,
    double[] potentiationSlope,
    double[] potentiationOffset,
    double[] depressionSlope,
    double[] depressionOffset,
    double[] gamma,
    double[] noise) {

  /**
   * The chain rule from the coefficients to a constant.
   *
   * @param constant which constant
   * @param dynamics the constants at which the gradient was taken
   * @return dL/d(free number of the constant): one entry if all neurons share it, else one each
   */
  public double[] withRespectTo(PhysicalConstant constant, MemristiveDynamics dynamics) {
    double[] values = dynamics.get(constant).toArray();
    double[] gradient = new double[values.length];
    for (int neuron = 0; neuron < gamma.length; neuron++) {
      int i = values.length == 1 ? 0 : neuron;
      gradient[i] +=
          ofNeuron(constant, dynamics, neuron, values[i]) * constant.derivative(values[i]);
    }
    return gradient;
  }

  private double ofNeuron(
      PhysicalConstant constant, MemristiveDynamics dynamics, int i, double value) {
    double lower = dynamics.drive().lower();
    double range = dynamics.drive().range();
    return switch (constant) {
      case GAMMA -> gamma[i];
      case DELTA_T -> (potentiationOffset[i] + depressionOffset[i] + noise[i]) / value;
      case SLOPE -> dynamics.drive().isRescaled() ? slope[i] : 0;
      case KP0 -> potentiationOffset[i] / value;
      case KD0 -> depressionOffset[i] / value;
      case ETA_P -> range * potentiationSlope[i] + lower * potentiationOffset[i];
      case ETA_D -> -range * depressionSlope[i] - lower * depressionOffset[i];
    };
  }
}
