package org.mf4j.stability.measured;

import java.util.List;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Information-processing capacity: the capacities for all products of Legendre polynomials of
 * delayed inputs, summed per total degree (Dambre, Verstraeten, Schrauwen and Massar, Scientific
 * Reports 2, 514, 2012). Degree 1 is linear memory, higher degrees are nonlinear computation; all
 * degrees and delays together give at most N, and exactly N for a network with fading memory and
 * linearly independent states.
 */
public final class InformationProcessingCapacity {
  /** Bounds the number of targets, and so the time. */
  private static final int MOST_TARGETS = 20_000;

  /** Bounds the memory: so many targets are regressed at once. */
  private static final int BATCH = 256;

  private final double[] byDegree;

  private InformationProcessingCapacity(double[] byDegree) {
    this.byDegree = byDegree;
  }

  /**
   * Measures. Capacities that independent targets would reach, too, count 0 (at a significance of
   * 1e-4).
   *
   * @param map the map, started from h(0) = 0; all its channels see the same number of U[-1, 1]
   * @param largestDegree the largest total degree, at least 1
   * @param largestDelay the largest delay, 0 or above
   * @param washout steps that do not count, at least largestDelay
   * @param steps T, the steps that do; many times N
   * @param random where the input comes from
   * @return the capacities
   * @throws IllegalArgumentException if a number is out of range, or degree and delay make more
   *     than 20,000 targets of one degree
   */
  public static InformationProcessingCapacity measure(
      DrivenMap map,
      int largestDegree,
      int largestDelay,
      int washout,
      int steps,
      SeededRandom random) {
    Require.positive("largestDegree", largestDegree);
    Require.positive("steps", steps);
    if (largestDelay < 0 || washout < largestDelay) {
      throw new IllegalArgumentException(
          "largestDelay = " + largestDelay + ": must be in [0, washout = " + washout + "]");
    }
    requireFewTargets(largestDegree, largestDelay);
    DrivenStates states = DrivenStates.uniform(map, -1, 1, washout, steps, random);
    double[] byDegree = new double[largestDegree + 1];
    for (int degree = 1; degree <= largestDegree; degree++) {
      List<LegendreProduct> products = LegendreProduct.ofDegree(degree, largestDelay);
      for (int from = 0; from < products.size(); from += BATCH) {
        List<LegendreProduct> some =
            products.subList(from, Math.min(from + BATCH, products.size()));
        for (double capacity : Capacity.of(states.features(), targets(some, states))) {
          byDegree[degree] += capacity;
        }
      }
    }
    return new InformationProcessingCapacity(byDegree);
  }

  /** There are (K + d)! / (K! d!) products of degree d over the K + 1 delays 0, ..., K. */
  private static void requireFewTargets(int degree, int delay) {
    double targets = 1;
    for (int d = 1; d <= degree; d++) {
      targets *= (double) (delay + d) / d;
    }
    if (targets > MOST_TARGETS) {
      throw new IllegalArgumentException(
          "largestDegree = "
              + degree
              + ": more than "
              + MOST_TARGETS
              + " targets with largestDelay = "
              + delay
              + "; choose less of one of them");
    }
  }

  private static INDArray targets(List<LegendreProduct> products, DrivenStates states) {
    INDArray targets = Nd4j.create(DataType.DOUBLE, states.steps(), products.size());
    for (int t = 0; t < states.steps(); t++) {
      for (int k = 0; k < products.size(); k++) {
        targets.putScalar(t, k, products.get(k).at(states, t));
      }
    }
    return targets;
  }

  /**
   * The capacity of one degree.
   *
   * @param degree in [1, largestDegree]
   * @return the sum over all products of that total degree
   */
  public double ofDegree(int degree) {
    return byDegree[degree];
  }

  /** {@return the sum over all degrees} */
  public double total() {
    double sum = 0;
    for (double capacity : byDegree) {
      sum += capacity;
    }
    return sum;
  }
}
