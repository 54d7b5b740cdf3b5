package org.mf4j.readout.algebra;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Matrices for references, by EJML. */
public record Dense(DMatrixRMaj matrix) {
  public static Dense of(double[][] rows) {
    return new Dense(new DMatrixRMaj(rows));
  }

  /** Row after row. */
  public double[] values() {
    return matrix.data;
  }

  public double get(int i, int j) {
    return matrix.get(i, j);
  }

  public Dense transposed() {
    return new Dense(CommonOps_DDRM.transpose(matrix, null));
  }

  public Dense times(Dense other) {
    return new Dense(CommonOps_DDRM.mult(matrix, other.matrix, null));
  }

  /** Every row times a number. */
  public Dense timesRows(double[] numbers) {
    DMatrixRMaj product = matrix.copy();
    CommonOps_DDRM.multRows(numbers, product);
    return new Dense(product);
  }

  /** A number more on the first elements of the diagonal. */
  public Dense plusDiagonal(double number, int count) {
    DMatrixRMaj sum = matrix.copy();
    for (int i = 0; i < count; i++) {
      sum.add(i, i, number);
    }
    return new Dense(sum);
  }

  public Dense inverse() {
    DMatrixRMaj inverse = matrix.copy();
    if (!CommonOps_DDRM.invert(inverse)) {
      throw new IllegalStateException("singular");
    }
    return new Dense(inverse);
  }
}
