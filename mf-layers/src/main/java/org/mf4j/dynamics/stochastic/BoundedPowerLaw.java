package org.mf4j.dynamics.stochastic;

import java.io.Serializable;

/**
 * The law of the amplitudes of jumps: density p(A) proportional to A^-alpha on [A_min, A_max], 0
 * elsewhere (Milano et al., Nat. Commun. 16, 2025, doi 10.1038/s41467-025-58741-2).
 *
 * @param alpha the exponent, any finite number
 * @param smallest A_min, positive, in units of the normalised state
 * @param largest A_max, at least A_min, likewise
 */
public record BoundedPowerLaw(double alpha, double smallest, double largest)
    implements Serializable {
  /**
   * The bounds are positive and in order.
   *
   * @throws IllegalArgumentException if they are not, or a number is not finite
   */
  public BoundedPowerLaw {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("alpha = " + alpha + ": must be finite");
    }
    if (!(smallest > 0 && smallest <= largest && Double.isFinite(largest))) {
      throw new IllegalArgumentException(
          "amplitudes = ["
              + smallest
              + ", "
              + largest
              + "]: must be finite and positive, the smallest not above the largest");
    }
  }

  /**
   * The amplitude below which a jump lies with a given probability: with k = 1 - alpha, A^k runs
   * evenly from A_min^k to A_max^k; for k = 0 the logarithm of A does.
   *
   * @param probability in [0, 1]
   * @return A in [A_min, A_max]
   */
  public double quantile(double probability) {
    double span = StrictMath.log(largest / smallest);
    double k = 1 - alpha;
    double logarithm =
        k == 0
            ? probability * span
            : StrictMath.log1p(probability * StrictMath.expm1(k * span)) / k;
    return Math.max(smallest, Math.min(largest, smallest * StrictMath.exp(logarithm)));
  }

  /**
   * The moments of the law.
   *
   * @param order 1 for the mean, 2 for the mean square
   * @return the mean of A^order
   */
  public double moment(int order) {
    return integral(order) / integral(0);
  }

  /** Of A^(order - alpha), in units of A_min^(1 - alpha), times A_min^order. */
  private double integral(int order) {
    double span = StrictMath.log(largest / smallest);
    double k = order + 1 - alpha;
    double inUnits = k == 0 ? span : StrictMath.expm1(k * span) / k;
    return inUnits * StrictMath.pow(smallest, order);
  }
}
