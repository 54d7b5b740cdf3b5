package org.mf4j.stability.measured;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;

/**
 * Kernel rank and generalisation rank (Legenstein and Maass, Neural Networks 20, 323, 2007; input
 * ensembles as in B&uuml;sing, Schrauwen and Legenstein, Neural Computation 22, 1272, 2010). A
 * network separates inputs well where the first is large, and generalises where the second is
 * small.
 *
 * @param kernel rank of the last states of N different input sequences
 * @param generalisation rank of the last states of N sequences that agree in their last steps
 */
public record SeparationRanks(int kernel, int generalisation) {

  /**
   * Measures with N sequences of independent numbers of U[-1, 1] for each rank.
   *
   * @param map the map, started from h(0) = 0; all its channels see the same number
   * @param length steps of a sequence, at least 1
   * @param common the last steps that the sequences of the generalisation rank share, in [1,
   *     length]
   * @param tolerance singular values below this share of the largest count as 0; above 0
   * @param random where the inputs come from
   * @return the ranks, in [0, N]
   * @throws IllegalArgumentException if a number is out of range
   */
  public static SeparationRanks measure(
      DrivenMap map, int length, int common, double tolerance, SeededRandom random) {
    Require.positive("length", length);
    Require.positive("common", common);
    Require.positive("tolerance", tolerance);
    if (common > length) {
      throw new IllegalArgumentException(
          "common = " + common + ": must be at most length, " + length);
    }
    double[] shared = DrivenStates.uniform(common, -1, 1, random);
    return new SeparationRanks(
        rank(map, length, new double[0], tolerance, random),
        rank(map, length, shared, tolerance, random));
  }

  private static int rank(
      DrivenMap map, int length, double[] shared, double tolerance, SeededRandom random) {
    double[][] last = new double[map.units()][];
    for (int i = 0; i < last.length; i++) {
      double[] input = DrivenStates.uniform(length, -1, 1, random);
      System.arraycopy(shared, 0, input, length - shared.length, shared.length);
      last[i] =
          Trajectory.last(map, DrivenStates.rows(map.inputs(), input), new double[map.units()]);
    }
    double[] singular = SingularOps_DDRM.singularValues(new DMatrixRMaj(last));
    double largest = Arrays.stream(singular).max().orElseThrow();
    return (int) Arrays.stream(singular).filter(value -> value > tolerance * largest).count();
  }
}
