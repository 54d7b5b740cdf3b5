package org.mf4j.dynamics;

import java.io.Serializable;

/**
 * The constants of the memristive layer, eqs. (8)-(12) of Pistolesi et al. (2025). Immutable; every
 * {@code with} method returns a changed copy.
 *
 * @param gamma stabiliser, in (0, 1]; shared or per neuron
 * @param deltaT step of the integration, positive, in the rates' unit of time; shared or per neuron
 * @param slope s of RESCALE, positive; shared or per neuron; without RESCALE it has no effect
 * @param kp0 K_p0, potentiation rate at drive 0, positive, per unit of time; shared or per neuron
 * @param kd0 K_d0, depression rate at drive 0, positive, per unit of time; shared or per neuron
 * @param etaP exponent of the potentiation rate K_p(z) = K_p0 exp(etaP z), positive; shared or per
 *     neuron
 * @param etaD exponent of the depression rate K_d(z) = K_d0 exp(-etaD z), positive; shared or per
 *     neuron
 * @param drive RESCALE to an interval, or {@link Unscaled}: u itself
 */
public record MemristiveDynamics(
    NeuronValues gamma,
    NeuronValues deltaT,
    NeuronValues slope,
    NeuronValues kp0,
    NeuronValues kd0,
    NeuronValues etaP,
    NeuronValues etaD,
    Drive drive)
    implements Serializable {

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if two constants have different numbers of neurons
   */
  public MemristiveDynamics {
    neurons(gamma, deltaT, slope, kp0, kd0, etaP, etaD);
  }

  /**
   * The papers' constants: Table II (K_p0 = 0.0001, K_d0 = 0.5, eta_p = 10, eta_d = 1), drive
   * rescaled to [0.35, 1.15], slope 1, deltaT 0.1, gamma 1.
   *
   * @return the preset
   */
  public static MemristiveDynamics paper() {
    return new MemristiveDynamics(
        gammaOf(1),
        positive("deltaT", 0.1),
        positive("slope", 1),
        positive("kp0", 1e-4),
        positive("kd0", 0.5),
        positive("etaP", 10),
        positive("etaD", 1),
        new Rescale(0.35, 1.15));
  }

  /**
   * Changes the stabiliser.
   *
   * @param values one value, or one per neuron, each in (0, 1]
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withGamma(double... values) {
    return new MemristiveDynamics(gammaOf(values), deltaT, slope, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes the step.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withDeltaT(double... values) {
    return new MemristiveDynamics(
        gamma, positive("deltaT", values), slope, kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes the slope of RESCALE.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withSlope(double... values) {
    return new MemristiveDynamics(
        gamma, deltaT, positive("slope", values), kp0, kd0, etaP, etaD, drive);
  }

  /**
   * Changes K_p0.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withKp0(double... values) {
    return new MemristiveDynamics(
        gamma, deltaT, slope, positive("kp0", values), kd0, etaP, etaD, drive);
  }

  /**
   * Changes K_d0.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withKd0(double... values) {
    return new MemristiveDynamics(
        gamma, deltaT, slope, kp0, positive("kd0", values), etaP, etaD, drive);
  }

  /**
   * Changes eta_p.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withEtaP(double... values) {
    return new MemristiveDynamics(
        gamma, deltaT, slope, kp0, kd0, positive("etaP", values), etaD, drive);
  }

  /**
   * Changes eta_d.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range
   */
  public MemristiveDynamics withEtaD(double... values) {
    return new MemristiveDynamics(
        gamma, deltaT, slope, kp0, kd0, etaP, positive("etaD", values), drive);
  }

  /**
   * Rescales the drive to another interval.
   *
   * @param lower a_, finite
   * @param upper b_, finite, above lower
   * @return the changed copy
   * @throws IllegalArgumentException if the interval is empty
   */
  public MemristiveDynamics withRescale(double lower, double upper) {
    return withDrive(new Rescale(lower, upper));
  }

  /**
   * Drives the memristors by u itself, as the single nanowire neuron has it (eq. 7).
   *
   * @return the changed copy
   */
  public MemristiveDynamics withoutRescale() {
    return withDrive(Unscaled.UNSCALED);
  }

  /**
   * Changes what drives the memristors.
   *
   * @param other RESCALE to an interval, or u itself
   * @return the changed copy
   */
  public MemristiveDynamics withDrive(Drive other) {
    return new MemristiveDynamics(gamma, deltaT, slope, kp0, kd0, etaP, etaD, other);
  }

  /**
   * The rates of one neuron, eq. (6).
   *
   * @param neuron its index; any where the constants are shared
   * @return K_p(z) and K_d(z)
   */
  public DeviceRates rates(int neuron) {
    return new DeviceRates(kp0.at(neuron), kd0.at(neuron), etaP.at(neuron), etaD.at(neuron));
  }

  /** {@return the number of neurons that can differ: 1 where all constants are shared} */
  public int distinctNeurons() {
    return neurons(gamma, deltaT, slope, kp0, kd0, etaP, etaD);
  }

  /**
   * Checks that these constants fit a layer.
   *
   * @param nOut the number of neurons of the layer
   * @return this
   * @throws IllegalArgumentException if a constant is per neuron and has another number of values
   */
  public MemristiveDynamics requireNeurons(int nOut) {
    int neurons = distinctNeurons();
    if (neurons != 1 && neurons != nOut) {
      throw new IllegalArgumentException(
          "dynamics: "
              + neurons
              + " values per neuron in a layer of nOut = "
              + nOut
              + "; give one value, or one per neuron");
    }
    return this;
  }

  private static NeuronValues gammaOf(double... values) {
    return NeuronValues.of(
        "gamma", "in (0, 1], as Lemma V.1 and Theorem V.6 assume", v -> v > 0 && v <= 1, values);
  }

  private static NeuronValues positive(String field, double... values) {
    return NeuronValues.of(field, "positive", v -> v > 0, values);
  }

  private static int neurons(NeuronValues... constants) {
    int neurons = 1;
    for (NeuronValues constant : constants) {
      if (constant.size() != 1 && neurons != 1 && constant.size() != neurons) {
        throw new IllegalArgumentException(
            "dynamics: constants for " + neurons + " and for " + constant.size() + " neurons");
      }
      neurons = Math.max(neurons, constant.size());
    }
    return neurons;
  }
}
