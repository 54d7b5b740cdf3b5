package org.mf4j.dynamics.stochastic;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;

/**
 * A device under voltage whose conductance follows an Ornstein-Uhlenbeck process with jumps; see
 * {@link DeviceNoise} for the equation and its source, {@link StochasticStep} for its steps.
 *
 * @param dynamics the rates K_p, K_d over the voltage, and the sampling step deltaT
 * @param integration Euler-Maruyama, or the exact transition
 * @param noise noise and jumps; {@link DeviceNoise#none()} gives the deterministic device
 * @param conductance siemens of a normalised state
 */
public record StochasticDevice(
    MemristiveDynamics dynamics,
    Integration integration,
    DeviceNoise noise,
    Conductance conductance) {
  /** What the source's trace starts from, in siemens. */
  public static final double SILVER_START = 1.23364e-5;

  /** Number of steps of the source's trace at 3.6 V. */
  public static final int SILVER_STEPS = 637;

  /**
   * The silver nanowire network of Milano et al. (2025), fitted at 3.6 V: K_p0 = 5.217e-4 /s, K_d0
   * = 37.934 /s, eta_p = 1.2922 /V, eta_d = 1.7859 /V, G from 1.4558e-7 S to 6.8580e-5 S, deltaT =
   * 0.6295 s, the exact transition, {@link DeviceNoise#silverNanowireNetwork}.
   *
   * @param seed decides every draw
   * @return the preset
   */
  public static StochasticDevice silverNanowireNetwork(long seed) {
    MemristiveDynamics rates =
        MemristiveDynamics.paper()
            .withKp0(5.217e-4)
            .withKd0(37.934)
            .withEtaP(1.2922)
            .withEtaD(1.7859)
            .withDeltaT(DeviceNoise.SILVER_STEP)
            .withoutRescale();
    return new StochasticDevice(
        rates, Integration.EXACT, DeviceNoise.silverNanowireNetwork(seed), Conductance.SILVER);
  }

  /**
   * The same device with other noise.
   *
   * @param other noise and jumps
   * @return the changed copy
   */
  public StochasticDevice with(DeviceNoise other) {
    return new StochasticDevice(dynamics, integration, other, conductance);
  }

  /**
   * The same device stepped in another way.
   *
   * @param other Euler-Maruyama, or the exact transition
   * @return the changed copy
   */
  public StochasticDevice with(Integration other) {
    return new StochasticDevice(dynamics, other, noise, conductance);
  }

  /**
   * The same device sampled at another step.
   *
   * @param seconds deltaT, positive
   * @return the changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public StochasticDevice withDeltaT(double seconds) {
    return new StochasticDevice(dynamics.withDeltaT(seconds), integration, noise, conductance);
  }

  /**
   * The normalised states under a series of voltages.
   *
   * @param volts V(1), ..., V(T)
   * @param initialState g(0)
   * @param series which of the independent repetitions
   * @return g(1), ..., g(T)
   */
  public double[] states(double[] volts, double initialState, int series) {
    StochasticStep step = new StochasticStep(dynamics, integration, noise, 0);
    NoiseSource source = new NoiseSource(noise);
    double[] states = new double[volts.length];
    double g = initialState;
    for (int t = 0; t < volts.length; t++) {
      g = step.next(volts[t], g, source, series, t);
      states[t] = g;
    }
    return states;
  }

  /**
   * The conductances under a series of voltages.
   *
   * @param volts V(1), ..., V(T)
   * @param initialSiemens G(0) in siemens
   * @param series which of the independent repetitions
   * @return G(1), ..., G(T) in siemens
   */
  public double[] siemens(double[] volts, double initialSiemens, int series) {
    double[] trace = states(volts, conductance.state(initialSiemens), series);
    for (int t = 0; t < trace.length; t++) {
      trace[t] = conductance.siemens(trace[t]);
    }
    return trace;
  }
}
