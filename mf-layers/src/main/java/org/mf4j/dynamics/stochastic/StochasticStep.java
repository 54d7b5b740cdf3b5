package org.mf4j.dynamics.stochastic;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;

/**
 * One step of a neuron with noise and jumps: the deterministic step and what {@link DeviceNoise}
 * adds.
 *
 * <pre>
 *   Euler-Maruyama     g' = g + theta (g~ - g) deltaT + sigma sqrt(deltaT) xi + B s A
 *   exact transition   g' = g~ + (g - g~) e^(-theta deltaT) + sigma_t xi + B s A
 *                      sigma_t^2 = sigma^2 (1 - e^(-2 theta deltaT)) / (2 theta)
 * </pre>
 *
 * <p>The exact transition is that of the process without jumps; a jump comes at the end of its
 * step, which is right to first order in deltaT. States are not clamped: strong noise takes them
 * out of [0, 1], as the linear equation does.
 */
public final class StochasticStep {
  private final NeuronStep step;
  private final double deltaT;
  private final double sigma;
  private final int neuron;

  /**
   * The step of a neuron.
   *
   * @param dynamics the constants
   * @param integration Euler-Maruyama, or the exact transition
   * @param noise what is added
   * @param neuron index of the neuron
   * @throws IllegalArgumentException if E deltaT is above 1, which is no probability
   */
  public StochasticStep(
      MemristiveDynamics dynamics, Integration integration, DeviceNoise noise, int neuron) {
    this.step = NeuronStep.of(dynamics, integration, neuron);
    this.deltaT = dynamics.deltaT().at(neuron);
    this.sigma = noise.sigma().at(neuron);
    this.neuron = neuron;
    noise.requireStep(dynamics.deltaT());
  }

  /**
   * The step.
   *
   * @param z drive
   * @param g state before it
   * @param source gives the draws; moved to the place
   * @param series index of the series
   * @param t index of the step
   * @return state after it
   */
  public double next(double z, double g, NoiseSource source, int series, int t) {
    source.moveTo(series, t, neuron, deltaT);
    double mean = step.next(z, g);
    double jump = source.amplitude() == 0 ? 0 : source.jump(fixedPoint(z) - g);
    return mean + sigma * step.spread(z) * source.normal() + jump;
  }

  private double fixedPoint(double z) {
    return step.offset(z) / (1 - step.decay(z));
  }
}
