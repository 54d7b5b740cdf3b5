package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.RateBounds;

/**
 * How fast the neurons forget by themselves, from the paper's bounds p_min and p_max of the rate p.
 * For the exact step gamma - deltaT p is replaced by exp(-(deltaT p + 1 - gamma)), which lies in
 * (0, 1).
 */
public final class Decay {
  private Decay() {}

  /**
   * mu = max over the neurons and over p in [p_min, p_max] of |gamma - deltaT p|, the norm of the
   * Jacobian's diagonal part in Theorem V.3.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @return mu; of two states of uncoupled neurons a step leaves at most this share
   */
  public static double mu(MemristiveDynamics dynamics, Integration integration) {
    return Neurons.largest(
        dynamics,
        i ->
            Math.max(
                Math.abs(slowest(dynamics, integration, i)),
                Math.abs(fastest(dynamics, integration, i))));
  }

  /**
   * Eq. (17): the estimate rho(J) ~ max(|gamma - deltaT p_max|, gamma - deltaT p_min) of the
   * spectral radius, which leaves the coupling out.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @return the estimate, the largest over the neurons
   */
  public static double spectralRadiusEstimate(
      MemristiveDynamics dynamics, Integration integration) {
    return Neurons.largest(
        dynamics,
        i ->
            Math.max(
                Math.abs(fastest(dynamics, integration, i)), slowest(dynamics, integration, i)));
  }

  /**
   * The e-folding time of the slowest mode, -1 / ln(gamma - deltaT p_min): after so many steps an
   * uncoupled neuron keeps 1/e of a difference.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @return steps, the largest over the neurons, infinite where one overshoots; 6186, 618, 61 for
   *     Table II with gamma = 1 and deltaT = 0.001, 0.01, 0.1
   */
  public static double eFoldingSteps(MemristiveDynamics dynamics, Integration integration) {
    return Neurons.largest(dynamics, i -> eFolding(slowest(dynamics, integration, i)));
  }

  /**
   * The e-folding times at the rates that drives attain, in place of the bound p_min.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @return steps of the fastest and of the slowest mode over the neurons; the latter is at most
   *     {@link #eFoldingSteps}
   */
  public static Interval attainedEFoldingSteps(
      MemristiveDynamics dynamics, Integration integration) {
    double slowest =
        Neurons.largest(
            dynamics,
            i -> eFolding(of(dynamics, integration, i, RateBounds.attained(dynamics, i).lower())));
    double fastest =
        Neurons.smallest(
            dynamics,
            i -> eFolding(of(dynamics, integration, i, RateBounds.attained(dynamics, i).upper())));
    return new Interval(Math.min(fastest, slowest), slowest);
  }

  private static double slowest(MemristiveDynamics dynamics, Integration integration, int i) {
    return of(dynamics, integration, i, RateBounds.total(dynamics, i).lower());
  }

  private static double fastest(MemristiveDynamics dynamics, Integration integration, int i) {
    return of(dynamics, integration, i, RateBounds.total(dynamics, i).upper());
  }

  /** Infinite for a neuron that does not forget. */
  private static double eFolding(double decay) {
    double kept = Math.abs(decay);
    return kept < 1 ? -1 / Math.log(kept) : Double.POSITIVE_INFINITY;
  }

  private static double of(
      MemristiveDynamics dynamics, Integration integration, int neuron, double p) {
    double gamma = dynamics.gamma().at(neuron);
    double deltaT = dynamics.deltaT().at(neuron);
    return switch (integration) {
      case EULER -> gamma - deltaT * p;
      case EXACT -> Math.exp(-(deltaT * p + (1 - gamma)));
    };
  }
}
