package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;

/**
 * Condition (A) (not in the paper), in the spectral norm: where the unit cube is invariant and
 *
 * <pre>
 *   mu + deltaT S ||W_h||_2 &lt; 1
 * </pre>
 *
 * the network is globally stable on [0, 1]<sup>N</sup>. Theorem V.3 with the product sigma' c
 * maximised as one, S = 3.207 s in place of 19.81 s for Table II. Holds for the exact step with its
 * own mu and its own gain |dh'/du| in place of deltaT S.
 */
public final class ConditionA {
  private ConditionA() {}

  /**
   * Evaluates the condition.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param coupling the norms of W_h
   * @return the unit cube and the left side of the condition
   */
  public static ContractionBound of(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    return new ContractionBound(
        UnitCube.isInvariant(dynamics, integration),
        Decay.mu(dynamics, integration)
            + DriveGain.largest(dynamics, integration) * coupling.spectralNorm());
  }
}
