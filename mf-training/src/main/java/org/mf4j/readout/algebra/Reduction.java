package org.mf4j.readout.algebra;

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

  /**
   * Reduces a large matrix to a band, a small one to its eigenvalues; and any matrix beside whose
   * largest eigenvalue the smallest penalty may be lost in rounding.
   *
   * @param matrix K, finite; it is used up
   * @param size max(n, N) for n examples of N features, which is how rounding grows
   * @param smallest the smallest lambda that will be asked for, 0 or above
   * @return the reduction
   */
  public static Reduction of(SymmetricTiles matrix, long size, double smallest) {
    int n = matrix.rows();
    double tolerance = size * EPSILON * matrix.largestRowSum();
    if (n >= LARGE && smallest > tolerance) {
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
