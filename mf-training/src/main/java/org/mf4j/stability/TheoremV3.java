package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;

/**
 * Theorem V.3, for Euler's step, in the spectral norm: where Lemma V.1 holds and
 *
 * <pre>
 *   mu + deltaT s (b_ - a_)/4 ||W_h||_2 C &lt; 1
 * </pre>
 *
 * the network is globally stable on [-1, 1]<sup>N</sup>. Needs Lemma V.2 for its constant C, which
 * is checked for the constants at hand.
 */
public final class TheoremV3 {
  private TheoremV3() {}

  /**
   * Evaluates the condition.
   *
   * @param dynamics the constants, with RESCALE
   * @param coupling the norms of W_h
   * @return the set [-1, 1]<sup>N</sup> and the left side of the condition
   */
  public static ContractionBound of(MemristiveDynamics dynamics, Coupling coupling) {
    return new ContractionBound(
        LemmaV1.holds(dynamics) && LemmaV2.holds(dynamics),
        Decay.mu(dynamics, Integration.EULER)
            + perUnitOfCoupling(dynamics) * coupling.spectralNorm());
  }

  /** deltaT s (b_ - a_)/4 C, the largest over the neurons. */
  static double perUnitOfCoupling(MemristiveDynamics dynamics) {
    return Neurons.largest(dynamics, i -> dynamics.deltaT().at(i) * LemmaV2.bound(dynamics, i));
  }
}
