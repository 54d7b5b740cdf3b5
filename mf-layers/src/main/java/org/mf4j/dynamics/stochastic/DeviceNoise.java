package org.mf4j.dynamics.stochastic;

import java.io.Serializable;
import java.util.Arrays;
import org.mf4j.dynamics.NeuronValues;

/**
 * Noise and jumps of memristive neurons: the terms sigma dW + dJ of the Ornstein-Uhlenbeck process
 * with jumps of Milano, Michieletti, Pilati, Ricciardi and Miranda, <i>Self-organizing neuromorphic
 * nanowire networks as stochastic dynamical systems</i>, Nat. Commun. 16 (2025), doi
 * 10.1038/s41467-025-58741-2.
 *
 * <pre>
 *   dg = theta (g~ - g) dt + sigma dW + dJ,    theta = K_p + K_d (+ (1 - gamma)/deltaT),  g~ = K_p / theta
 * </pre>
 *
 * <p>A step of length deltaT has a jump with probability E deltaT (a Poisson process of rate E);
 * its amplitude follows a bounded power law and its sign is + with probability 1/2 + (g~ - g)/(2 (1
 * + 2 A_max)), so that jumps tend towards the fixed point. Every draw is a function of (seed,
 * series, step, neuron) alone: see {@link NoiseSource}.
 *
 * @param sigma strength of the noise, 0 or above, per square root of a unit of time; one value or
 *     one per neuron
 * @param jumpRate E, 0 or above, per unit of time; one value or one per neuron
 * @param amplitudes the law of the jumps; without effect where E is 0
 * @param seed decides every draw
 * @param realisation whether every run draws new noise
 */
public record DeviceNoise(
    NeuronValues sigma,
    NeuronValues jumpRate,
    BoundedPowerLaw amplitudes,
    long seed,
    Realisation realisation)
    implements Serializable {
  /** Sampling step of the measurement on the silver nanowire network, in seconds. */
  static final double SILVER_STEP = 0.6295;

  /** Fitted in siemens per second; a jump is one sampling step of it. */
  private static final BoundedPowerLaw SILVER =
      new BoundedPowerLaw(
          2.78,
          Conductance.SILVER.share(6.926e-8 * SILVER_STEP),
          Conductance.SILVER.share(1.10821e-6 * SILVER_STEP));

  private static final DeviceNoise NONE = gaussian(0, 0);

  /**
   * Every sigma and E is 0 or above, and those that differ from neuron to neuron do so for the same
   * number of neurons.
   *
   * @throws IllegalArgumentException if a value is negative or not finite, or there are two numbers
   *     of neurons
   */
  public DeviceNoise {
    sigma = notNegative("sigma", sigma.toArray());
    jumpRate = notNegative("jumpRate", jumpRate.toArray());
    if (sigma.size() != 1 && jumpRate.size() != 1 && sigma.size() != jumpRate.size()) {
      throw new IllegalArgumentException(
          "noise: sigma for " + sigma.size() + " and jumpRate for " + jumpRate.size() + " neurons");
    }
  }

  private static NeuronValues notNegative(String field, double... values) {
    return NeuronValues.of(field, "0 or above", v -> v >= 0, values);
  }

  /**
   * No noise: the deterministic neuron, bit for bit.
   *
   * @return the preset
   */
  public static DeviceNoise none() {
    return NONE;
  }

  /**
   * White noise without jumps.
   *
   * @param sigma 0 or above, per square root of a unit of time
   * @param seed decides every draw
   * @return the noise, new in every run
   * @throws IllegalArgumentException if sigma is negative or not finite
   */
  public static DeviceNoise gaussian(double sigma, long seed) {
    return new DeviceNoise(
        notNegative("sigma", sigma), notNegative("jumpRate", 0), SILVER, seed, Realisation.FRESH);
  }

  /**
   * The silver nanowire network of Milano et al. (2025) at 3.6 V: sigma = 3.2e-4 s^(-1/2), E =
   * 0.08243 /s, alpha = 2.78, A_min = 6.371e-4, A_max = 1.0194e-2. The unit of time is the second.
   *
   * @param seed decides every draw
   * @return the noise, new in every run
   */
  public static DeviceNoise silverNanowireNetwork(long seed) {
    return gaussian(3.2e-4, seed).withJumps(0.08243, SILVER);
  }

  /**
   * Changes the strength of the noise.
   *
   * @param values one value, or one per neuron, each 0 or above
   * @return the changed copy
   * @throws IllegalArgumentException if a value is negative or not finite
   */
  public DeviceNoise withSigma(double... values) {
    return new DeviceNoise(notNegative("sigma", values), jumpRate, amplitudes, seed, realisation);
  }

  /**
   * Changes the jumps.
   *
   * @param rate E, 0 or above, per unit of time
   * @param law the law of their amplitudes
   * @return the changed copy
   * @throws IllegalArgumentException if the rate is negative or not finite
   */
  public DeviceNoise withJumps(double rate, BoundedPowerLaw law) {
    return new DeviceNoise(sigma, notNegative("jumpRate", rate), law, seed, realisation);
  }

  /**
   * Changes the rate of jumps.
   *
   * @param values E: one value, or one per neuron, each 0 or above
   * @return the changed copy
   * @throws IllegalArgumentException if a value is negative or not finite
   */
  public DeviceNoise withJumpRate(double... values) {
    return new DeviceNoise(sigma, notNegative("jumpRate", values), amplitudes, seed, realisation);
  }

  /**
   * Changes the seed.
   *
   * @param other decides every draw
   * @return the changed copy
   */
  public DeviceNoise withSeed(long other) {
    return new DeviceNoise(sigma, jumpRate, amplitudes, other, realisation);
  }

  /**
   * Changes which noise a run meets.
   *
   * @param other new noise in every run, or the same
   * @return the changed copy
   */
  public DeviceNoise with(Realisation other) {
    return new DeviceNoise(sigma, jumpRate, amplitudes, seed, other);
  }

  /** {@return true if a neuron can jump} */
  public boolean hasJumps() {
    return isPositive(jumpRate);
  }

  /** {@return true if neither noise nor jumps change a state} */
  public boolean isNone() {
    return !isPositive(sigma) && !hasJumps();
  }

  private static boolean isPositive(NeuronValues values) {
    return Arrays.stream(values.toArray()).anyMatch(value -> value > 0);
  }

  /** {@return 1/(2 (1 + 2 A_max)): how the probability of a jump upwards grows with g~ - g} */
  public double directionSlope() {
    return 0.5 / (1 + 2 * amplitudes.largest());
  }

  /**
   * Checks that a step is short enough to have one jump at most.
   *
   * @param deltaT length of a step
   * @return this
   * @throws IllegalArgumentException if E deltaT is above 1, which is no probability
   */
  public DeviceNoise requireStep(NeuronValues deltaT) {
    for (int i = 0; i < Math.max(jumpRate.size(), deltaT.size()); i++) {
      double probability = jumpRate.at(i) * deltaT.at(i);
      if (probability > 1) {
        throw new IllegalArgumentException(
            "jumpRate * deltaT = "
                + probability
                + ": must be at most 1, the probability of a jump");
      }
    }
    return this;
  }

  /**
   * Checks that the noise fits a layer.
   *
   * @param nOut the number of neurons of the layer
   * @return this
   * @throws IllegalArgumentException if a value is per neuron and there is another number of them
   */
  public DeviceNoise requireNeurons(int nOut) {
    int neurons = Math.max(sigma.size(), jumpRate.size());
    if (neurons != 1 && neurons != nOut) {
      throw new IllegalArgumentException(
          "noise: "
              + neurons
              + " values per neuron in a layer of nOut = "
              + nOut
              + "; give one value, or one per neuron");
    }
    return this;
  }
}
