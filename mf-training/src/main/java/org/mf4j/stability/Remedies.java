package org.mf4j.stability;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.RateBounds;

/**
 * How far one thing alone may go for a sufficient condition to hold: what to change in a network
 * that is not proved stable, and how much room is left in one that is.
 *
 * @param couplingFactor below this multiple of W_h a condition holds; 0 where none does without
 *     coupling, infinite where the coupling is 0
 * @param deltaTFactor the largest multiple of deltaT, of those in [1e-4, 1e3], at which a condition
 *     holds
 * @param largestGamma the largest gamma to cap the stabilisers at, in [0.01, 1], with which a
 *     condition holds
 * @param unitCubeDeltaT the largest deltaT with which Euler's step keeps the unit cube, which (A)
 *     and (B) need; the exact step keeps it with any
 * @param necessaryDeltaT what deltaT must stay below for Theorem V.6, (1 + gamma) / p_max
 */
public record Remedies(
    double couplingFactor,
    OptionalDouble deltaTFactor,
    OptionalDouble largestGamma,
    double unitCubeDeltaT,
    double necessaryDeltaT) {
  private static final double SMALLEST_FACTOR = 1e-4;
  private static final double LARGEST_FACTOR = 1e3;
  private static final int FACTORS = 36;
  private static final double SMALLEST_GAMMA = 0.01;
  private static final int GAMMAS = 25;
  private static final int BISECTIONS = 25;

  /**
   * Searches.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param coupling the norms of W_h
   * @return what may change
   */
  public static Remedies of(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    return new Remedies(
        couplingFactor(dynamics, integration, coupling),
        deltaTFactor(dynamics, integration, coupling),
        largestGamma(dynamics, integration, coupling),
        UnitCube.largestDeltaT(dynamics),
        necessaryDeltaT(dynamics));
  }

  private static double necessaryDeltaT(MemristiveDynamics dynamics) {
    return Neurons.smallest(
        dynamics, i -> (1 + dynamics.gamma().at(i)) / RateBounds.total(dynamics, i).upper());
  }

  /** Every rate is affine in the norm of W_h, so this needs no search. */
  private static double couplingFactor(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    double factor = 0;
    if (integration == Integration.EULER && TheoremV3.of(dynamics, coupling).invariantSet()) {
      factor =
          (1 - Decay.mu(dynamics, integration))
              / (TheoremV3.perUnitOfCoupling(dynamics) * coupling.spectralNorm());
    }
    if (UnitCube.isInvariant(dynamics, integration)) {
      double a =
          (1 - Decay.mu(dynamics, integration))
              / (DriveGain.largest(dynamics, integration) * coupling.spectralNorm());
      double b = ConditionB.largestFactor(dynamics, integration, coupling);
      factor = Math.max(factor, Math.max(a, b));
    }
    return Math.max(0, factor);
  }

  private static OptionalDouble deltaTFactor(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    double ratio = Math.pow(SMALLEST_FACTOR / LARGEST_FACTOR, 1.0 / FACTORS);
    double[] falling = new double[FACTORS + 1];
    for (int i = 0; i <= FACTORS; i++) {
      falling[i] = LARGEST_FACTOR * Math.pow(ratio, i);
    }
    return largest(
        falling,
        factor ->
            isProved(
                dynamics.withDeltaT(dynamics.deltaT().map(deltaT -> deltaT * factor)),
                integration,
                coupling));
  }

  private static OptionalDouble largestGamma(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    double[] falling = new double[GAMMAS + 1];
    for (int i = 0; i <= GAMMAS; i++) {
      falling[i] = 1 - i * (1 - SMALLEST_GAMMA) / GAMMAS;
    }
    return largest(
        falling,
        cap ->
            isProved(
                dynamics.withGamma(dynamics.gamma().map(gamma -> Math.min(gamma, cap))),
                integration,
                coupling));
  }

  private static boolean isProved(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling) {
    return StabilityConditions.of(dynamics, integration, coupling).provedBy().isPresent();
  }

  /** The first of the falling values that is admitted, moved up to the edge by bisection. */
  private static OptionalDouble largest(double[] falling, DoublePredicate admitted) {
    for (int i = 0; i < falling.length; i++) {
      if (admitted.test(falling[i])) {
        return OptionalDouble.of(i == 0 ? falling[0] : edge(falling[i], falling[i - 1], admitted));
      }
    }
    return OptionalDouble.empty();
  }

  private static double edge(double inside, double outside, DoublePredicate admitted) {
    double lower = inside;
    double upper = outside;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (lower + upper) / 2;
      if (admitted.test(middle)) {
        lower = middle;
      } else {
        upper = middle;
      }
    }
    return lower;
  }
}
