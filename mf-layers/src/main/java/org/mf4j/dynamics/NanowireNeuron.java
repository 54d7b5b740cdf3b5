package org.mf4j.dynamics;

import java.util.Arrays;

/**
 * The single neuron that is driven from outside, eq. (7) of Pistolesi et al., <i>A Model of
 * Memristive Nanowire Neuron for Recurrent Neural Networks</i>: h(t+1) = h(t) + deltaT [K_p - (K_p
 * + K_d) h(t)] with the rates at the drive x(t+1). Drives are what {@code K_p} takes, so of a
 * neuron of an assembly give omega_i x.
 */
public final class NanowireNeuron {
  private final DeviceRates rates;
  private final NeuronStep step;

  /**
   * A neuron.
   *
   * @param dynamics its constants; RESCALE is not looked at
   * @param integration how a step is integrated
   * @param neuron index of the neuron; any where the constants are shared
   */
  public NanowireNeuron(MemristiveDynamics dynamics, Integration integration, int neuron) {
    this.rates = dynamics.rates(neuron);
    this.step = NeuronStep.of(dynamics, integration, neuron);
  }

  /**
   * The states under a series of drives.
   *
   * @param drives x(1), ..., x(T)
   * @param initialState h(0)
   * @return h(1), ..., h(T)
   */
  public double[] states(double[] drives, double initialState) {
    double[] states = new double[drives.length];
    double h = initialState;
    for (int t = 0; t < drives.length; t++) {
      h = step.next(drives[t], h);
      states[t] = h;
    }
    return states;
  }

  /**
   * The memory factor rho(t) = |1 - deltaT (K_p(x(t+1)) + K_d(x(t+1)))|: the share of a difference
   * of two states that a step leaves. With the stabiliser, gamma takes the place of 1.
   *
   * @param x drive
   * @return rho(t)
   */
  public double memoryFactor(double x) {
    return Math.abs(step.decay(x));
  }

  /**
   * rho = sup rho(t) over a series.
   *
   * @param drives x(t)
   * @return the largest memory factor; 0 for no drive
   */
  public double memoryFactor(double[] drives) {
    return Arrays.stream(drives).map(this::memoryFactor).max().orElse(0);
  }

  /**
   * rho = sup rho(t) over every series within bounds. What a step leaves follows p = K_p + K_d and
   * falls with it, so its largest modulus is where p is least or largest: at {@link
   * DeviceRates#slowestDrive} or at an end. Theorem 3.1: rho &lt; 1 gives a unique solution that
   * attracts all others, for each of these series.
   *
   * @param drives the bounds of x
   * @return the largest memory factor
   */
  public double memoryFactor(Interval drives) {
    return memoryFactor(new double[] {drives.lower(), rates.slowestDrive(drives), drives.upper()});
  }

  /**
   * The state that a constant drive does not change, K_p / (K_p + K_d) for gamma = 1; attracting
   * where the memory factor is below 1.
   *
   * @param x drive
   * @return h = offset / (1 - decay)
   */
  public double fixedPoint(double x) {
    return step.offset(x) / (1 - step.decay(x));
  }
}
