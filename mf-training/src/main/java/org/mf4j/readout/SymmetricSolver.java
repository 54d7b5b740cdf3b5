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
   * @param matrix A {@code [n,n]}, double; left as it is
   * @param lambda what is added to the diagonal
   * @param right B {@code [n,k]}, double; left as it is
   * @return X {@code [n,k]}
   * @throws IllegalArgumentException if the sum is singular to machine precision
   */
  static INDArray solve(INDArray matrix, double lambda, INDArray right) {
    long n = matrix.rows();
    INDArray lower = matrix.dup('f');
    for (long i = 0; i < n; i++) {
      lower.putScalar(i, i, lower.getDouble(i, i) + lambda);
    }
    double largest = Nd4j.diag(lower).maxNumber().doubleValue();
    factorise(lower, lambda);
    double smallestPivot = Math.pow(Nd4j.diag(lower).minNumber().doubleValue(), 2);
    // Rounding leaves a pivot of this size where exact arithmetic would leave zero. Written so that
    // NaN is refused too.
    if (!(smallestPivot > n * EPSILON * largest)) {
      throw singular(lambda, null);
    }
    INDArray half = Nd4j.linalg().triangularSolve(lower, right, true, false);
    return Nd4j.linalg().triangularSolve(lower, half, true, true);
  }

  private static void factorise(INDArray matrix, double lambda) {
    try {
      Nd4j.getBlasWrapper().lapack().potrf(matrix, true);
    } catch (BlasException e) {
      throw singular(lambda, e);
    }
  }

  private static IllegalArgumentException singular(double lambda, BlasException cause) {
    return new IllegalArgumentException(
        "lambda = "
            + lambda
            + ": the features are linearly dependent or not finite; check them and choose a larger"
            + " lambda",
        cause);
  }
}
