package org.mf4j.readout.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_MT_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A = V diag(d) V' of a symmetric matrix.
 *
 * <p>The decomposition is EJML's. LAPACK's {@code dsyev} through ND4J 1.0.0-M2.1 is up to twice as
 * fast, but returns garbage where the OpenBLAS that comes with it runs AVX-512 kernels.
 *
 * @param values d, in no order
 * @param vectors V {@code [n,n]}, one per column, double precision
 */
// Bulk numbers stay in arrays; decompositions are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record SymmetricEigen(double[] values, INDArray vectors) {
  /**
   * From so many rows on the work is shared out over the processors, with the same bits; before,
   * sharing costs more than it saves (1,000 rows: 1.06 instead of 1.24 s with two; 600: .30, .27).
   */
  private static final int SHARED = 800;

  /**
   * Decomposes.
   *
   * @param matrix A in rows, symmetric and finite; used up
   * @param n rows
   * @return the decomposition
   * @throws IllegalStateException if the iteration does not converge
   */
  public static SymmetricEigen of(double[] matrix, int n) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        n < SHARED
            ? DecompositionFactory_DDRM.eig(n, true, true)
            : DecompositionFactory_MT_DDRM.eig(n, true, true);
    if (!eigen.decompose(DMatrixRMaj.wrap(n, n, matrix))) {
      throw new IllegalStateException(
          "the eigenvalues of a matrix of " + n + " rows did not converge");
    }
    double[] values = new double[n];
    double[] vectors = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i] = eigen.getEigenvalue(i).getReal();
      System.arraycopy(eigen.getEigenVector(i).data, 0, vectors, i * n, n);
    }
    return new SymmetricEigen(
        values, Nd4j.create(vectors, new long[] {n, n}, 'f').castTo(DataType.DOUBLE));
  }
}
