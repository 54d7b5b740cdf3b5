package org.mf4j.engine.fused;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

/**
 * Products of {@link Matrix matrices} by the BLAS library that ND4J brings. Called directly: what a
 * call costs beside its arithmetic is 0.05 microseconds, 1.5 for a prepared operation of ND4J and
 * 12 for {@code Nd4j.gemm}.
 */
final class Gemm {
  private Gemm() {}

  /** C = A B, with A the given rows of a and C as many rows from the first one on. */
  static void product(Matrix a, int firstRow, int rows, Matrix b, Matrix c) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        b.columns(),
        a.columns(),
        1f,
        a.from(firstRow),
        a.columns(),
        b.from(0),
        b.columns(),
        0f,
        c.from(0),
        c.columns());
  }

  /** C = A^T B + factor C, with A and B so many rows of a and b. */
  static void transposedProduct(
      Matrix a, int firstOfA, Matrix b, int firstOfB, int rows, Matrix c, float factor) {
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        a.columns(),
        b.columns(),
        rows,
        1f,
        a.from(firstOfA),
        a.columns(),
        b.from(firstOfB),
        b.columns(),
        factor,
        c.from(0),
        c.columns());
  }
}
