package org.mf4j.stability;

import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.RateBounds;

/**
 * Lemma V.1, for Euler's step: if deltaT (2 K_p(b_) + K_d(a_)) + gamma &lt;= 1, states that start
 * in [-1, 1]<sup>N</sup> stay there for every input.
 */
public final class LemmaV1 {
  private LemmaV1() {}

  /**
   * Whether the condition holds for every neuron.
   *
   * @param dynamics the constants, with RESCALE
   * @return true if it holds
   */
  public static boolean holds(MemristiveDynamics dynamics) {
    return leftSide(dynamics) <= 1;
  }

  /**
   * The left side of the condition.
   *
   * @param dynamics the constants, with RESCALE
   * @return deltaT (2 K_p(b_) + K_d(a_)) + gamma, the largest over the neurons
   */
  public static double leftSide(MemristiveDynamics dynamics) {
    return Neurons.largest(
        dynamics, i -> dynamics.deltaT().at(i) * rate(dynamics, i) + dynamics.gamma().at(i));
  }

  private static double rate(MemristiveDynamics dynamics, int neuron) {
    return 2 * RateBounds.potentiation(dynamics, neuron).upper()
        + RateBounds.depression(dynamics, neuron).upper();
  }
}
