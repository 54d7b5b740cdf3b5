package org.mf4j.stability;

import java.util.Optional;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.TheoremV6;

/**
 * All conditions on one network. Lemma V.1, Theorem V.3 and Theorem V.6 are about Euler's step; the
 * exact step keeps the unit cube and meets the necessary condition for every deltaT, and conditions
 * (A) and (B) have forms of their own for it.
 *
 * @param unitCube whether the unit cube is invariant
 * @param lemmaV1 whether Lemma V.1 holds; false for the exact step, which it does not speak of
 * @param theoremV3 Theorem V.3; its set is not invariant for the exact step
 * @param conditionA condition (A)
 * @param conditionB condition (B)
 * @param theoremV6 whether the necessary condition holds
 */
public record StabilityConditions(
    boolean unitCube,
    boolean lemmaV1,
    ContractionBound theoremV3,
    ContractionBound conditionA,
    ContractionBound conditionB,
    boolean theoremV6) {

  /**
   * Evaluates all conditions.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param coupling the norms of W_h
   * @return what holds
   * @throws IllegalArgumentException if there is no RESCALE
   */
  public static StabilityConditions of(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    boolean euler = integration == Integration.EULER;
    ContractionBound v3 = TheoremV3.of(dynamics, coupling);
    return new StabilityConditions(
        UnitCube.isInvariant(dynamics, integration),
        euler && LemmaV1.holds(dynamics),
        euler ? v3 : new ContractionBound(false, v3.rate()),
        ConditionA.of(dynamics, integration, coupling),
        ConditionB.of(dynamics, integration, coupling),
        !euler || TheoremV6.holds(dynamics));
  }

  /** {@return the verdict} */
  public Verdict verdict() {
    if (provedBy().isPresent()) {
      return Verdict.GLOBALLY_STABLE;
    }
    return theoremV6 ? Verdict.LOCALLY_PLAUSIBLE : Verdict.UNSTABLE;
  }

  /** {@return the first sufficient condition that holds, the paper's own first} */
  public Optional<String> provedBy() {
    if (theoremV3.holds()) {
      return Optional.of("Theorem V.3");
    }
    if (conditionA.holds()) {
      return Optional.of("condition (A)");
    }
    return conditionB.holds() ? Optional.of("condition (B)") : Optional.empty();
  }
}
