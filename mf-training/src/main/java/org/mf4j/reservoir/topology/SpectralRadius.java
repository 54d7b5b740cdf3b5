package org.mf4j.reservoir.topology;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The spectral radius of a square matrix: its largest eigenvalue modulus. */
public final class SpectralRadius {
  private SpectralRadius() {}

  /**
   * Computes all eigenvalues (QR algorithm, O(N<sup>3</sup>)) and takes the largest modulus.
   *
   * @param matrix {@code [N][N]}, row by row; left as it is
   * @return the spectral radius
   * @throws ArithmeticException if the QR algorithm does not converge, as for values that are not
   *     finite
   */
  public static double of(double[][] matrix) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.length, false, false);
    if (!eigen.decompose(new DMatrixRMaj(matrix))) {
      throw new ArithmeticException("the eigenvalues of the recurrent matrix did not converge");
    }
    double radius = 0;
    for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      radius = Math.max(radius, value.getMagnitude());
    }
    return radius;
  }
}
