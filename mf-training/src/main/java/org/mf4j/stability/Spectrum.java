package org.mf4j.stability;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** The eigenvalues of a real square matrix. Immutable. */
public final class Spectrum {
  private final double[] real;
  private final double[] imaginary;

  private Spectrum(double[] real, double[] imaginary) {
    this.real = real;
    this.imaginary = imaginary;
  }

  /**
   * Computes the eigenvalues by the QR algorithm, without eigenvectors; O(N<sup>3</sup>).
   *
   * @param matrix {@code [N][N]}, row by row; left as it is
   * @return its eigenvalues
   * @throws ArithmeticException if the QR algorithm does not converge, as for values that are not
   *     finite
   */
  public static Spectrum of(double[][] matrix) {
    DMatrixRMaj copy = new DMatrixRMaj(matrix);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(matrix.length, false, false);
    // EJML converges to nonsense where a value is not a number.
    if (MatrixFeatures_DDRM.hasUncountable(copy) || !eigen.decompose(copy)) {
      throw new ArithmeticException(
          "the eigenvalues did not converge, or the matrix is not finite");
    }
    int count = eigen.getNumberOfEigenvalues();
    double[] real = new double[count];
    double[] imaginary = new double[count];
    for (int i = 0; i < count; i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      real[i] = value.getReal();
      imaginary[i] = value.getImaginary();
    }
    return new Spectrum(real, imaginary);
  }

  /** {@return N} */
  public int size() {
    return real.length;
  }

  /** {@return the real parts, a copy} */
  public double[] real() {
    return real.clone();
  }

  /** {@return the imaginary parts in the same order, a copy} */
  public double[] imaginary() {
    return imaginary.clone();
  }

  /** {@return the largest modulus} */
  public double radius() {
    double radius = 0;
    for (int i = 0; i < real.length; i++) {
      radius = Math.max(radius, Math.hypot(real[i], imaginary[i]));
    }
    return radius;
  }
}
