package org.mf4j.reservoir.devices;

import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.random.SeededRandom;

/**
 * Memristive neurons that differ from one another, as real nanowire devices do: every neuron has
 * its own step, stabiliser and slope. What the layer has once for all neurons - the physical
 * constants K_p0, K_d0, eta_p, eta_d and the interval of RESCALE - is shared.
 *
 * @param deltaT the distribution of the step deltaT_i, above 0
 * @param gamma the distribution of the stabiliser gamma_i, in (0, 1]
 * @param slope the distribution of the slope s_i of RESCALE, above 0
 * @param shared where the shared constants come from
 */
public record HeterogeneousDevices(
    Distribution deltaT, Distribution gamma, Distribution slope, MemristiveDynamics shared) {

  /**
   * Draws the constants of N neurons, each constant from a generator of its own, so that another
   * distribution of one changes no other.
   *
   * @param units N, at least 1
   * @param random where the generators come from
   * @return the constants
   * @throws IllegalArgumentException if a number that was drawn is out of its range
   */
  public MemristiveDynamics draw(int units, SeededRandom random) {
    return shared
        .withDeltaT(deltaT.draw(units, random.split()))
        .withGamma(gamma.draw(units, random.split()))
        .withSlope(slope.draw(units, random.split()));
  }
}
