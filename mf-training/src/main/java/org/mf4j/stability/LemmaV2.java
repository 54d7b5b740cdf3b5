package org.mf4j.stability;

import java.util.stream.IntStream;
import org.mf4j.dynamics.DeviceRates;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.RateBounds;

/**
 * Lemma V.2: |sigma'_i c_i| &lt;= s (b_ - a_)/4 C for states of [-1, 1]<sup>N</sup>, with c_i =
 * eta_p K_p(z_i) (1 - h_i) + eta_d K_d(z_i) h_i and C = eta_p K_p(b_) + eta_d K_d(a_) - eta_p
 * K_p(a_).
 *
 * <p>The last two terms of C do not bound |eta_d K_d - eta_p K_p| as the proof has it: for Table II
 * they are 0.319 and its maximum over [a_, b_] is 98.6. The bound of the lemma holds nevertheless
 * wherever {@link #holds} finds it by maximisation, as for Table II, because sigma' vanishes where
 * c is largest.
 */
public final class LemmaV2 {
  private LemmaV2() {}

  /**
   * The paper's constant.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron; any where the constants are shared
   * @return C, per unit of time; 99.035 for Table II
   */
  public static double constant(MemristiveDynamics dynamics, int neuron) {
    Interval kp = RateBounds.potentiation(dynamics, neuron);
    double kd = RateBounds.depression(dynamics, neuron).upper();
    DeviceRates rates = dynamics.rates(neuron);
    return rates.etaP() * (kp.upper() - kp.lower()) + rates.etaD() * kd;
  }

  /**
   * The constant of the neuron that needs the largest.
   *
   * @param dynamics the constants, with RESCALE
   * @return the largest C over the neurons, per unit of time
   */
  public static double largestConstant(MemristiveDynamics dynamics) {
    return Neurons.largest(dynamics, i -> constant(dynamics, i));
  }

  /**
   * The lemma's bound.
   *
   * @param dynamics the constants, with RESCALE
   * @param neuron index of the neuron
   * @return s (b_ - a_)/4 C, per unit of time
   */
  public static double bound(MemristiveDynamics dynamics, int neuron) {
    return dynamics.slope().at(neuron) * dynamics.drive().range() / 4 * constant(dynamics, neuron);
  }

  /**
   * Whether the bound holds for these constants.
   *
   * @param dynamics the constants, with RESCALE
   * @return true if no neuron, drive and state of [-1, 1] exceed it
   */
  public static boolean holds(MemristiveDynamics dynamics) {
    MemristiveDynamics unitStep = dynamics.withSlope(1).withDeltaT(1).withGamma(1);
    return IntStream.range(0, unitStep.distinctNeurons())
        .allMatch(i -> largest(unitStep, i) <= bound(unitStep, i));
  }

  /** max |sigma' c| over drives and states of [-1, 1]. */
  private static double largest(MemristiveDynamics unitStep, int neuron) {
    NeuronStep step = NeuronStep.of(unitStep, Integration.EULER, neuron);
    return LargestValue.of(
        z ->
            unitStep.drive().slopeAt(z, 1)
                * Math.max(Math.abs(step.driveSlope(z, -1)), Math.abs(step.driveSlope(z, 1))),
        RateBounds.drive(unitStep));
  }
}
