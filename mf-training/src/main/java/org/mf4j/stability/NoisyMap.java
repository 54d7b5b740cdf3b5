package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.NoiseSource;
import org.mf4j.dynamics.stochastic.StochasticStep;
import org.mf4j.networks.RecurrentWeights;

/**
 * The memristive layer with noise: the step of {@link MemristiveMap} with the draws of a place. Not
 * thread-safe.
 */
public final class NoisyMap {
  private final MemristiveMap map;
  private final NoiseSource source;
  private final StochasticStep[] steps;

  /**
   * A layer.
   *
   * @param dynamics the constants, shared or per neuron
   * @param integration how a step is integrated
   * @param weights W {@code [nIn][N]}, RW {@code [N][N]}, b {@code [1][N]}
   * @param noise what chance adds to every step
   * @throws IllegalArgumentException if the constants are for another number of neurons
   */
  public NoisyMap(
      MemristiveDynamics dynamics,
      Integration integration,
      RecurrentWeights weights,
      DeviceNoise noise) {
    this.map = new MemristiveMap(dynamics, integration, weights);
    this.source = new NoiseSource(noise);
    this.steps = new StochasticStep[map.units()];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = new StochasticStep(dynamics, integration, noise, i);
    }
  }

  /** {@return the same layer without noise} */
  public MemristiveMap withoutNoise() {
    return map;
  }

  /**
   * One step.
   *
   * @param state h(t), of length N; left as it is
   * @param input x(t+1), of length nIn
   * @param series number of the series, which decides the draws with the step
   * @param t number of the step
   * @return h(t+1), a new array
   */
  public double[] next(double[] state, double[] input, int series, int t) {
    double[] next = map.drives(state, input);
    for (int i = 0; i < next.length; i++) {
      next[i] = steps[i].next(next[i], state[i], source, series, t);
    }
    return next;
  }
}
