package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.RateBounds;

/**
 * How strongly a step can follow its pre-activation, for states of the unit interval: the largest
 * |d h' / du| over all drives, found by maximisation. The paper bounds sigma' and c by themselves,
 * which overestimates their product about six times for Table II.
 */
public final class DriveGain {
  private DriveGain() {}

  /**
   * The largest gain of a step.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @return max over neurons, u and h in [0, 1] of |d h' / du|; deltaT S for Euler's step
   */
  public static double largest(MemristiveDynamics dynamics, Integration integration) {
    return Neurons.largest(dynamics, i -> ofNeuron(dynamics, integration, i));
  }

  /**
   * S = max over u and h in [0, 1] of sigma'(u) c(u, h), c = eta_p K_p (1 - h) + eta_d K_d h.
   *
   * @param dynamics the constants, with RESCALE
   * @return S, per unit of time, the largest over the neurons; 3.207 s for Table II
   */
  public static double s(MemristiveDynamics dynamics) {
    return largest(dynamics.withDeltaT(1), Integration.EULER);
  }

  private static double ofNeuron(MemristiveDynamics dynamics, Integration integration, int i) {
    NeuronStep step = NeuronStep.of(dynamics, integration, i);
    return LargestValue.of(z -> at(dynamics, step, i, z), RateBounds.drive(dynamics));
  }

  /** sigma'_i(z) times the largest slope along z. */
  static double at(MemristiveDynamics dynamics, NeuronStep step, int neuron, double z) {
    return dynamics.drive().slopeAt(z, dynamics.slope().at(neuron)) * step.largestDriveSlope(z);
  }
}
