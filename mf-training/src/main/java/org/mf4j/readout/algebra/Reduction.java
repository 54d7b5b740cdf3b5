package org.mf4j.readout.algebra;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * K = V S V' of a symmetric matrix K without negative eigenvalues: V has orthonormal columns, and
 * (S + lambda I)<sup>-1</sup> costs little for every lambda.
 *
 * @param vectors V {@code [n,r]}
 * @param resolvent of S
 */
public record Reduction(INDArray vectors, Resolvent resolvent) {
  private static final double EPSILON = Math.ulp(1.0);

  /**
   * From so many rows on a band is cheaper than eigenvalues; measured in docs/design/readout.md.
   */
  static final int LARGE = 320;

  /** Eigenvalues of so many rows take a minute, of four times as many an hour. */
  static final int HUGE = 2_000;

  /**
   * Reduces a large matrix to a band, a small one to its eigenvalues; and a matrix beside whose
   * largest eigenvalue the smallest penalty may be lost in rounding, unless it is so large that its
   * eigenvalues would take an hour: then the penalties that are lost are not defined.
   *
   * @param matrix K, finite; it is used up
   * @param size max(n, N) for n examples of N features, which is how rounding grows
   * @param lambdas that will be asked for, 0 or above; none where eigenvalues are
   * @return the reduction
   */
  public static Reduction of(SymmetricTiles matrix, long size, double... lambdas) {
    int n = matrix.rows();
    double tolerance = size * EPSILON * matrix.largestRowSum();
    long lost = Arrays.stream(lambdas).filter(lambda -> lambda <= tolerance).count();
    if (n >= LARGE && lost < lambdas.length && (lost == 0 || n >= HUGE)) {
      BandReduction band = BandReduction.of(matrix);
      return new Reduction(band.q(), band.band(tolerance));
    }
    SymmetricEigen eigen = SymmetricEigen.of(matrix.toRows(), n);
    matrix.close();
    double[] values = eigen.values().clone();
    for (int j = 0; j < n; j++) {
      values[j] = Math.max(values[j], 0);
    }
    return new Reduction(eigen.vectors(), new Eigenvalues(values, size));
  }
}
