package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.RateBounds;

/**
 * The lemma of the unit cube (not in the paper; stronger than Lemma V.1). For fixed z Euler's step
 * is affine in h with the ends deltaT K_p(z) at h = 0 and gamma - deltaT K_d(z) at h = 1, so [0,
 * 1]<sup>N</sup> is invariant for every input iff
 *
 * <pre>
 *   deltaT K_p(b_) &lt;= 1   and   deltaT K_d(a_) &lt;= gamma
 * </pre>
 *
 * (gamma &lt;= 1). The exact step keeps the cube for every deltaT.
 */
public final class UnitCube {
  private UnitCube() {}

  /**
   * Whether states that start in [0, 1]<sup>N</sup> stay there for every input.
   *
   * @param dynamics the constants, with RESCALE where the step is Euler's
   * @param integration how a step is integrated
   * @return true if the cube is invariant
   */
  public static boolean isInvariant(MemristiveDynamics dynamics, Integration integration) {
    return integration == Integration.EXACT || margin(dynamics) >= 0;
  }

  /**
   * How far Euler's step is from leaving the cube.
   *
   * @param dynamics the constants, with RESCALE
   * @return the smaller of 1 - deltaT K_p(b_) and gamma - deltaT K_d(a_) over the neurons
   */
  public static double margin(MemristiveDynamics dynamics) {
    return Neurons.smallest(
        dynamics,
        i -> {
          double deltaT = dynamics.deltaT().at(i);
          return Math.min(
              1 - deltaT * largestPotentiation(dynamics, i),
              dynamics.gamma().at(i) - deltaT * largestDepression(dynamics, i));
        });
  }

  /**
   * The largest step for which Euler keeps the cube.
   *
   * @param dynamics the constants, with RESCALE; their deltaT is not looked at
   * @return min(1 / K_p(b_), gamma / K_d(a_)), the smallest over the neurons; 0.1013 for Table II
   *     and gamma = 1
   */
  public static double largestDeltaT(MemristiveDynamics dynamics) {
    return Neurons.smallest(
        dynamics,
        i ->
            Math.min(
                1 / largestPotentiation(dynamics, i),
                dynamics.gamma().at(i) / largestDepression(dynamics, i)));
  }

  private static double largestPotentiation(MemristiveDynamics dynamics, int neuron) {
    return RateBounds.potentiation(dynamics, neuron).upper();
  }

  private static double largestDepression(MemristiveDynamics dynamics, int neuron) {
    return RateBounds.depression(dynamics, neuron).upper();
  }
}
