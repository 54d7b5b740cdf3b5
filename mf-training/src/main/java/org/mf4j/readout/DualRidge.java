package org.mf4j.readout;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The n x n form, for at most as many examples as features: Xc Xc' = Q diag(d) Q', B = Xc'Q, P =
 * Q'Yc. Exact leave-one-out errors follow from Q.
 *
 * @param solutions the solutions
 * @param left Q {@code [n,n]}
 * @param rows the examples
 */
record DualRidge(RidgeSolutions solutions, INDArray left, Panel rows) {
  static DualRidge of(Panel rows, boolean standardise) {
    double[] meanX = rows.meanX();
    double[] meanY = rows.meanY();
    INDArray x = rows.centredX(meanX);
    INDArray y = rows.centredY(meanY);
    double[] variance = RowMajor.values(x.mul(x).sum(true, 0).divi(rows.weight()));
    Standardisation scaling = Standardisation.of(meanX, variance, standardise);
    scaling.scaleColumns(x);
    SymmetricEigen eigen = decompose(x, rows);
    INDArray left = eigen.vectors();
    INDArray coordinates = left.transpose().mmul(y);
    double[] energy = RowMajor.values(coordinates.mul(coordinates).sum(true, 1));
    RidgeSolutions solutions =
        new RidgeSolutions(
            scaling,
            meanY,
            eigen.values(),
            scaling.scaleRows(x.transpose().mmul(left)),
            coordinates,
            energy,
            0,
            rows.rows(),
            rows.weight());
    return new DualRidge(solutions, left, rows);
  }

  /**
   * Centred rows times the roots of the weights add up to 0, so that this vector of roots is an
   * eigenvector of Xc Xc' for 0: the intercept, which is not penalised. A large eigenvalue
   * separates it from the other eigenvectors for 0; then its eigenvalue is set to infinity.
   */
  private static SymmetricEigen decompose(INDArray x, Panel rows) {
    int n = rows.rows();
    double[] gram = PanelProducts.gram(x.transpose());
    double[] root = Arrays.stream(rows.weights()).map(Math::sqrt).toArray();
    double bound = largestRowSum(gram, n);
    double separate = bound > 0 ? 2 * bound : 1;
    for (int i = 0, at = 0; i < n; i++) {
      for (int j = 0; j < n; j++, at++) {
        gram[at] += separate * root[i] * root[j] / rows.weight();
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(gram, n);
    double[] values = Arrays.stream(eigen.values()).map(d -> Math.max(d, 0)).toArray();
    int intercept = 0;
    for (int j = 1; j < n; j++) {
      intercept = values[j] > values[intercept] ? j : intercept;
    }
    values[intercept] = Double.POSITIVE_INFINITY;
    return new SymmetricEigen(values, eigen.vectors());
  }

  /** Bounds every eigenvalue. */
  private static double largestRowSum(double[] matrix, int n) {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(matrix[i * n + j]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }
}
