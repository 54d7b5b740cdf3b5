package org.mf4j.dynamics;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The constants of the memristive layer, eqs. (6) and (8)-(12) of Pistolesi et al. (2025).
 * Immutable; every {@code with} method returns a changed copy. What a constant means, its range and
 * its unit stand with its {@link PhysicalConstant}; each has one value that all neurons share, or
 * one per neuron.
 *
 * @param constants a value of every constant
 * @param drive RESCALE to an interval, or {@link Unscaled}: u itself
 */
public record MemristiveDynamics(Map<PhysicalConstant, NeuronValues> constants, Drive drive)
    implements Serializable {

  /**
   * Every constant has values, and all that differ from neuron to neuron do so for the same number
   * of neurons.
   *
   * @throws IllegalArgumentException if a constant is missing, or two constants have different
   *     numbers of neurons
   */
  public MemristiveDynamics {
    EnumMap<PhysicalConstant, NeuronValues> all = new EnumMap<>(PhysicalConstant.class);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      NeuronValues values = constants.get(constant);
      if (values == null) {
        throw new IllegalArgumentException("dynamics: no value for " + constant.key());
      }
      // Checked again: a map may hold one constant's values under the name of another.
      all.put(constant, constant.values(values.toArray()));
    }
    constants = Collections.unmodifiableMap(all);
    neurons(constants);
  }

  /**
   * The papers' constants: Table II (K_p0 = 0.0001, K_d0 = 0.5, eta_p = 10, eta_d = 1), drive
   * rescaled to [0.35, 1.15], slope 1, deltaT 0.1, gamma 1.
   *
   * @return the preset
   */
  public static MemristiveDynamics paper() {
    EnumMap<PhysicalConstant, NeuronValues> preset = new EnumMap<>(PhysicalConstant.class);
    for (PhysicalConstant constant : PhysicalConstant.values()) {
      preset.put(constant, constant.values(constant.paperValue()));
    }
    return new MemristiveDynamics(preset, new Rescale(0.35, 1.15));
  }

  /**
   * The values of one constant.
   *
   * @param constant which
   * @return one value that all neurons share, or one per neuron
   */
  public NeuronValues get(PhysicalConstant constant) {
    return constants.get(constant);
  }

  /**
   * Changes one constant.
   *
   * @param constant which
   * @param values one value, or one per neuron, each in the constant's range
   * @return the changed copy
   * @throws IllegalArgumentException if a value is out of range, or another constant is for another
   *     number of neurons
   */
  public MemristiveDynamics with(PhysicalConstant constant, double... values) {
    EnumMap<PhysicalConstant, NeuronValues> changed = new EnumMap<>(constants);
    changed.put(constant, constant.values(values));
    return new MemristiveDynamics(changed, drive);
  }

  /** {@return the stabiliser gamma} */
  public NeuronValues gamma() {
    return get(PhysicalConstant.GAMMA);
  }

  /** {@return the step deltaT of the integration} */
  public NeuronValues deltaT() {
    return get(PhysicalConstant.DELTA_T);
  }

  /** {@return the slope s of RESCALE} */
  public NeuronValues slope() {
    return get(PhysicalConstant.SLOPE);
  }

  /** {@return K_p0, the potentiation rate at drive 0} */
  public NeuronValues kp0() {
    return get(PhysicalConstant.KP0);
  }

  /** {@return K_d0, the depression rate at drive 0} */
  public NeuronValues kd0() {
    return get(PhysicalConstant.KD0);
  }

  /** {@return eta_p, the exponent of the potentiation rate} */
  public NeuronValues etaP() {
    return get(PhysicalConstant.ETA_P);
  }

  /** {@return eta_d, the exponent of the depression rate} */
  public NeuronValues etaD() {
    return get(PhysicalConstant.ETA_D);
  }

  /**
   * Changes the stabiliser.
   *
   * @param values one value, or one per neuron, each in (0, 1]
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withGamma(double... values) {
    return with(PhysicalConstant.GAMMA, values);
  }

  /**
   * Changes the step.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withDeltaT(double... values) {
    return with(PhysicalConstant.DELTA_T, values);
  }

  /**
   * Changes the slope of RESCALE.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withSlope(double... values) {
    return with(PhysicalConstant.SLOPE, values);
  }

  /**
   * Changes K_p0.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withKp0(double... values) {
    return with(PhysicalConstant.KP0, values);
  }

  /**
   * Changes K_d0.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withKd0(double... values) {
    return with(PhysicalConstant.KD0, values);
  }

  /**
   * Changes eta_p.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withEtaP(double... values) {
    return with(PhysicalConstant.ETA_P, values);
  }

  /**
   * Changes eta_d.
   *
   * @param values one value, or one per neuron, each positive
   * @return the changed copy
   * @throws IllegalArgumentException as {@link #with}
   */
  public MemristiveDynamics withEtaD(double... values) {
    return with(PhysicalConstant.ETA_D, values);
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
    return new MemristiveDynamics(constants, other);
  }

  /**
   * The rates of one neuron, eq. (6).
   *
   * @param neuron its index; any where the constants are shared
   * @return K_p(z) and K_d(z)
   */
  public DeviceRates rates(int neuron) {
    return new DeviceRates(
        kp0().at(neuron), kd0().at(neuron), etaP().at(neuron), etaD().at(neuron));
  }

  /** {@return the number of neurons that can differ: 1 where all constants are shared} */
  public int distinctNeurons() {
    return neurons(constants);
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

  private static int neurons(Map<PhysicalConstant, NeuronValues> constants) {
    int neurons = 1;
    for (NeuronValues constant : constants.values()) {
      if (constant.size() != 1 && neurons != 1 && constant.size() != neurons) {
        throw new IllegalArgumentException(
            "dynamics: constants for " + neurons + " and for " + constant.size() + " neurons");
      }
      neurons = Math.max(neurons, constant.size());
    }
    return neurons;
  }
}
