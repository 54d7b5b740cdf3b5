package org.mf4j.dynamics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What RESCALE leaves of the rates (6): z lies in [a_, b_], so K_p, K_d and p = K_p + K_d are
 * bounded. All per unit of time. Fig. 4 of the paper shows the ranges of K_p and K_d.
 */
public final class RateBounds {
  private RateBounds() {}

  /**
   * The drives that RESCALE can put out (their closure), eqs. (8) and (9).
   *
   * @param dynamics the constants
   * @return [a_, b_]
   * @throws IllegalArgumentException if there is no RESCALE; the rates are then unbounded
   */
  public static Interval drive(MemristiveDynamics dynamics) {
    Drive drive = dynamics.drive();
    if (!drive.isRescaled()) {
      throw new IllegalArgumentException(
          "drive = UNSCALED: without RESCALE the rates are unbounded and no condition for every"
              + " input exists; rescale the drive, or see the memory factor of Theorem 3.1");
    }
    return new Interval(drive.lower(), drive.lower() + drive.range());
  }

  /**
   * The range of K_p, which rises with z.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return [K_p(a_), K_p(b_)]; [0.0033, 9.87] for Table II
   */
  public static Interval potentiation(MemristiveDynamics dynamics, int neuron) {
    Interval z = drive(dynamics);
    DeviceRates rates = dynamics.rates(neuron);
    return new Interval(rates.potentiation(z.lower()), rates.potentiation(z.upper()));
  }

  /**
   * The range of K_d, which falls with z.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return [K_d(b_), K_d(a_)]; [0.158, 0.352] for Table II
   */
  public static Interval depression(MemristiveDynamics dynamics, int neuron) {
    Interval z = drive(dynamics);
    DeviceRates rates = dynamics.rates(neuron);
    return new Interval(rates.depression(z.upper()), rates.depression(z.lower()));
  }

  /**
   * The paper's bounds of p = K_p + K_d, each rate bounded by itself: p_min = K_p(a_) + K_d(b_),
   * p_max = K_p(b_) + K_d(a_).
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return [p_min, p_max]; [0.1616, 10.224] for Table II
   */
  public static Interval total(MemristiveDynamics dynamics, int neuron) {
    drive(dynamics);
    return new Interval(
        TheoremV6.smallestRate(dynamics, neuron), TheoremV6.largestRate(dynamics, neuron));
  }

  /**
   * The bounds of p that serve for all neurons.
   *
   * @param dynamics the constants, with RESCALE
   * @return the smallest p_min and the largest p_max over the neurons
   */
  public static Interval total(MemristiveDynamics dynamics) {
    List<Interval> ofNeurons =
        IntStream.range(0, dynamics.distinctNeurons()).mapToObj(i -> total(dynamics, i)).toList();
    return new Interval(
        ofNeurons.stream().mapToDouble(Interval::lower).min().orElseThrow(),
        ofNeurons.stream().mapToDouble(Interval::upper).max().orElseThrow());
  }

  /**
   * The range of p that drives attain, inside {@link #total}: see {@link DeviceRates#totals}.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return [min p(z), max p(z)] over [a_, b_]; [0.3126, 10.030] for Table II
   */
  public static Interval attained(MemristiveDynamics dynamics, int neuron) {
    return dynamics.rates(neuron).totals(drive(dynamics));
  }
}
