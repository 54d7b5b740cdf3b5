package org.mf4j.reservoir.devices;

import org.mf4j.dynamics.Drive;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.Rescale;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.devices.Distribution.Constant;

/**
 * Memristive neurons that differ from one another, as real nanowire devices do: every neuron has
 * its own step, stabiliser, slope and, if wished, its own physical constants K_p0, K_d0, eta_p and
 * eta_d. The interval of RESCALE is shared.
 *
 * @param deltaT the distribution of the step deltaT_i, above 0
 * @param gamma the distribution of the stabiliser gamma_i, in (0, 1]
 * @param slope the distribution of the slope s_i of RESCALE, above 0
 * @param kp0 the distribution of K_p0, above 0, per unit of time
 * @param kd0 the distribution of K_d0, above 0, per unit of time
 * @param etaP the distribution of eta_p, above 0
 * @param etaD the distribution of eta_d, above 0
 * @param drive the interval of RESCALE, or none
 */
public record HeterogeneousDevices(
    Distribution deltaT,
    Distribution gamma,
    Distribution slope,
    Distribution kp0,
    Distribution kd0,
    Distribution etaP,
    Distribution etaD,
    Drive drive) {

  /**
   * Devices with the physical constants of Table II (K_p0 = 0.0001, K_d0 = 0.5, eta_p = 10, eta_d =
   * 1) and the paper's interval of RESCALE, [0.35, 1.15].
   *
   * @param deltaT the distribution of the step deltaT_i, above 0
   * @param gamma the distribution of the stabiliser gamma_i, in (0, 1]
   * @param slope the distribution of the slope s_i of RESCALE, above 0
   */
  public HeterogeneousDevices(Distribution deltaT, Distribution gamma, Distribution slope) {
    this(
        deltaT,
        gamma,
        slope,
        new Constant(1e-4),
        new Constant(0.5),
        new Constant(10),
        new Constant(1),
        new Rescale(0.35, 1.15));
  }

  /**
   * Changes the step.
   *
   * @param other its distribution, above 0
   * @return the changed copy
   */
  public HeterogeneousDevices withDeltaT(Distribution other) {
    return new HeterogeneousDevices(other, gamma, slope, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes the stabiliser.
   *
   * @param other its distribution, in (0, 1]
   * @return the changed copy
   */
  public HeterogeneousDevices withGamma(Distribution other) {
    return new HeterogeneousDevices(deltaT, other, slope, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes the slope of RESCALE.
   *
   * @param other its distribution, above 0
   * @return the changed copy
   */
  public HeterogeneousDevices withSlope(Distribution other) {
    return new HeterogeneousDevices(deltaT, gamma, other, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes the rates at drive 0.
   *
   * @param kp0 the distribution of K_p0, above 0, per unit of time
   * @param kd0 the distribution of K_d0, above 0, per unit of time
   * @return the changed copy
   */
  public HeterogeneousDevices withRates(Distribution kp0, Distribution kd0) {
    return new HeterogeneousDevices(deltaT, gamma, slope, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes the exponents of the rates.
   *
   * @param etaP the distribution of eta_p, above 0
   * @param etaD the distribution of eta_d, above 0
   * @return the changed copy
   */
  public HeterogeneousDevices withExponents(Distribution etaP, Distribution etaD) {
    return new HeterogeneousDevices(deltaT, gamma, slope, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Draws the constants of N neurons, each constant from a generator of its own, so that another
   * distribution of one changes no other.
   *
   * @param units N, at least 1
   * @param random where the generators come from; moves on by three numbers
   * @return the constants
   * @throws IllegalArgumentException if a number that was drawn is out of its range
   */
  public MemristiveDynamics draw(int units, SeededRandom random) {
    MemristiveDynamics drawn =
        MemristiveDynamics.paper()
            .withDrive(drive)
            .withDeltaT(deltaT.draw(units, random.split()))
            .withGamma(gamma.draw(units, random.split()));
    // The caller's generator goes on to draw the weights: one more number taken from it would
    // change every reservoir. So the physical constants share the slope's seed, turned around.
    long seed = random.nextLong();
    SeededRandom physical = new SeededRandom(~seed);
    return drawn
        .withSlope(slope.draw(units, new SeededRandom(seed)))
        .withKp0(physical(kp0, units, physical.split()))
        .withKd0(physical(kd0, units, physical.split()))
        .withEtaP(physical(etaP, units, physical.split()))
        .withEtaD(physical(etaD, units, physical.split()));
  }

  /** A constant is left shared: the layer computes with one exponent faster than with many. */
  private static double[] physical(Distribution distribution, int units, SeededRandom random) {
    return distribution.draw(distribution instanceof Constant ? 1 : units, random);
  }
}
