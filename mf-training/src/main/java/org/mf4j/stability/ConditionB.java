package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.RateBounds;

/**
 * Condition (B) (not in the paper), in the maximum norm: where the unit cube is invariant and for
 * every neuron i
 *
 * <pre>
 *   max over z in [a_, b_] of
 *     |gamma - deltaT p(z)| + deltaT sigma'(z) max(eta_p K_p(z), eta_d K_d(z)) ||(W_h)_i||_1 &lt; 1
 * </pre>
 *
 * the network is globally stable on [0, 1]<sup>N</sup>. The maximum is taken of the sum, because a
 * neuron forgets fastest exactly where it couples most. Holds for the exact step with its own decay
 * and gain.
 */
public final class ConditionB {
  private ConditionB() {}

  /**
   * Evaluates the condition.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param coupling the norms of W_h
   * @return the unit cube and the largest left side over the neurons
   */
  public static ContractionBound of(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    return new ContractionBound(
        UnitCube.isInvariant(dynamics, integration), rate(dynamics, integration, coupling));
  }

  private static double rate(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    // Neurons that share all constants differ by their row sums only, and the rate rises with them.
    if (dynamics.distinctNeurons() == 1) {
      return rate(dynamics, integration, 0, coupling.largestRowSum());
    }
    double[] rowSums = coupling.rowSums();
    return Neurons.largest(dynamics, i -> rate(dynamics, integration, i, rowSums[i]));
  }

  private static double rate(
      MemristiveDynamics dynamics, Integration integration, int neuron, double rowSum) {
    NeuronStep step = NeuronStep.of(dynamics, integration, neuron);
    return LargestValue.of(
        z -> Math.abs(step.decay(z)) + DriveGain.at(dynamics, step, neuron, z) * rowSum,
        RateBounds.drive(dynamics));
  }

  /**
   * The row sum ||(W_h)_i||_1 that a neuron must stay below.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param neuron index of the neuron
   * @return the bound; 0.728/s for Table II, gamma = 1 and every deltaT of Euler's step; not above
   *     0 where the neuron is unstable by itself
   */
  public static double largestRowSum(
      MemristiveDynamics dynamics, Integration integration, int neuron) {
    NeuronStep step = NeuronStep.of(dynamics, integration, neuron);
    return -LargestValue.of(
        z -> -(1 - Math.abs(step.decay(z))) / DriveGain.at(dynamics, step, neuron, z),
        RateBounds.drive(dynamics));
  }

  /**
   * The factor of W_h below which the condition holds, where the cube is invariant.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param coupling the norms of W_h
   * @return min over the neurons of {@link #largestRowSum} / ||(W_h)_i||_1; infinite without
   *     coupling
   */
  static double largestFactor(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    if (dynamics.distinctNeurons() == 1) {
      return largestRowSum(dynamics, integration, 0) / coupling.largestRowSum();
    }
    double[] rowSums = coupling.rowSums();
    return Neurons.smallest(dynamics, i -> largestRowSum(dynamics, integration, i) / rowSums[i]);
  }
}
