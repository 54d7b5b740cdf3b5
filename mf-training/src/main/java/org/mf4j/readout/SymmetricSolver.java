package org.mf4j.readout;

import org.nd4j.linalg.api.blas.BlasException;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Solves (A + lambda I) X = B for a symmetric positive semidefinite A by Cholesky's method. */
final class SymmetricSolver {
  private static final double EPSILON = Math.ulp(1.0);

  private SymmetricSolver() {}

  /**
   * Solves.
   *
   * @param matrix A {@code [n,n]}, double precision; left as it is
   * @param lambda what is added to the diagonal
   * @param right B {@code [n,k]}; left as it is
   * @return X {@code [n,k]}
   * @throws IllegalArgumentException if the sum is singular to machine precision
   */
  static INDArray solve(INDArray matrix, double lambda, INDArray right) {
    INDArray sum = matrix.add(Nd4j.eye(matrix.rows()).castTo(matrix.dataType()).muli(lambda));
    INDArray lower = cholesky(sum, lambda);
    INDArray forward = Nd4j.linalg().triangularSolve(lower, right.dup('c'), true, false);
    return Nd4j.linalg().triangularSolve(lower.transpose().dup('c'), forward, false, false);
  }

  /** LAPACK's: ND4J's own {@code cholesky} refuses matrices that rounding left unsymmetric. */
  private static INDArray cholesky(INDArray sum, double lambda) {
    double largest = Nd4j.diag(sum).maxNumber().doubleValue();
    INDArray lower = sum.dup('f');
    double smallestPivot;
    try {
      Nd4j.getBlasWrapper().lapack().potrf(lower, true);
      smallestPivot = Math.pow(Nd4j.diag(lower).minNumber().doubleValue(), 2);
    } catch (BlasException e) {
      throw dependent(lambda, e);
    }
    // Rounding leaves a pivot of this size where exact arithmetic would leave zero.
    if (!(smallestPivot > sum.rows() * EPSILON * largest)) {
      throw dependent(lambda, null);
    }
    return lower.dup('c');
  }

  private static IllegalArgumentException dependent(double lambda, Throwable cause) {
    return new IllegalArgumentException(
        "lambda = "
            + lambda
            + ": the features are linearly dependent or not finite; check them and choose a larger"
            + " lambda",
        cause);
  }
}
