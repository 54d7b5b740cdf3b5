package org.mf4j.readout;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/** Solves (A + lambda I) X = B for a symmetric positive semidefinite A by Cholesky's method. */
final class SymmetricSolver {
  private static final double EPSILON = Math.ulp(1.0);

  private SymmetricSolver() {}

  /**
   * Solves.
   *
   * @param matrix A {@code [n,n]}; left as it is
   * @param lambda what is added to the diagonal
   * @param right B {@code [n,k]}; left as it is
   * @return X {@code [n,k]}
   * @throws IllegalArgumentException if the sum is singular to machine precision
   */
  static DMatrixRMaj solve(DMatrixRMaj matrix, double lambda, DMatrixRMaj right) {
    int n = matrix.numRows;
    DMatrixRMaj sum = matrix.copy();
    double largest = 0;
    for (int i = 0; i < n; i++) {
      sum.add(i, i, lambda);
      largest = Math.max(largest, sum.get(i, i));
    }
    CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
    LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(cholesky);
    // Rounding leaves a pivot of this size where exact arithmetic would leave zero.
    if (!solver.setA(sum) || !(smallestPivot(cholesky.getT()) > n * EPSILON * largest)) {
      throw new IllegalArgumentException(
          String.format(
              "lambda = %s: the features are linearly dependent or not finite; check them and"
                  + " choose a larger lambda",
              lambda));
    }
    DMatrixRMaj solution = new DMatrixRMaj(n, right.numCols);
    solver.solve(right, solution);
    return solution;
  }

  /** NaN if a pivot is. */
  private static double smallestPivot(DMatrixRMaj lower) {
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < lower.numRows; i++) {
      smallest = Math.min(smallest, lower.get(i, i) * lower.get(i, i));
    }
    return smallest;
  }
}
