package org.mf4j.readout;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Solves (A + lambda I) X = B for a symmetric positive semidefinite A by Cholesky's method.
 *
 * <p>The factorisation is EJML's. ND4J 1.0.0-M2.1 has two, and neither can be used: LAPACK's {@code
 * dpotrf} of the OpenBLAS that comes with it fails from n = 40 on where it runs AVX-512 kernels,
 * and the operation {@code cholesky} refuses matrices that are symmetric only up to rounding.
 */
final class SymmetricSolver {
  private static final double EPSILON = Math.ulp(1.0);

  private SymmetricSolver() {}

  /**
   * Solves.
   *
   * @param matrix A {@code [n,n]}, double precision; left as it is
   * @param lambda what is added to the diagonal
   * @param right B {@code [n,k]}, double precision; left as it is
   * @return X {@code [n,k]}
   * @throws IllegalArgumentException if the sum is singular to machine precision
   */
  static INDArray solve(INDArray matrix, double lambda, INDArray right) {
    DMatrixRMaj sum = copy(matrix);
    int n = sum.numRows;
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
          "lambda = "
              + lambda
              + ": the features are linearly dependent or not finite; check them and choose a"
              + " larger lambda");
    }
    DMatrixRMaj solution = new DMatrixRMaj(n, right.columns());
    solver.solve(copy(right), solution);
    return Nd4j.createFromArray(solution.data).reshape('c', n, right.columns());
  }

  private static DMatrixRMaj copy(INDArray matrix) {
    return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.dup('c').data().asDouble());
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
