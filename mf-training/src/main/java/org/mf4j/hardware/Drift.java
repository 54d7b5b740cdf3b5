package org.mf4j.hardware;

import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.options.Distribution;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Conductances fall with time: G(t) = G(t_0) (t/t_0)^-nu, G in siemens, nu drawn for every device
 * (Joshi et al., Nat. Commun. 11, 2473, 2020: 0.05 +- 0.02 in phase-change memory). Nothing
 * compensates the mean fall.
 *
 * @param ratio t/t_0, 1 or above
 * @param exponent the distribution of nu
 */
public record Drift(double ratio, Distribution exponent) implements DeviceNonideality {
  /**
   * Time goes on.
   *
   * @throws IllegalArgumentException if the ratio is below 1 or not finite
   */
  public Drift {
    Require.atLeast("ratio", ratio, 1);
  }

  /**
   * With nu from N(0.05, 0.02^2).
   *
   * @param ratio t/t_0, 1 or above
   * @throws IllegalArgumentException if it is below 1 or not finite
   */
  public Drift(double ratio) {
    this(ratio, new Distribution.Normal(0.05, 0.02));
  }

  @Override
  public double deviate(double g, Conductance range, SeededRandom random) {
    return range.state(range.siemens(g) * StrictMath.pow(ratio, -exponent.next(random)));
  }
}
