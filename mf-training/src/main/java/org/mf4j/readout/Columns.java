package org.mf4j.readout;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Means of columns. */
final class Columns {
  private Columns() {}

  /** The mean of every column, {@code [1,n]}. */
  static DMatrixRMaj means(DMatrixRMaj matrix) {
    DMatrixRMaj means = CommonOps_DDRM.sumCols(matrix, null);
    CommonOps_DDRM.divide(means, matrix.numRows);
    return means;
  }

  /** Takes a row {@code [1,n]} from every row of a matrix, in place. */
  static void subtract(DMatrixRMaj matrix, DMatrixRMaj row) {
    for (int i = 0; i < matrix.numRows; i++) {
      for (int j = 0; j < matrix.numCols; j++) {
        matrix.add(i, j, -row.get(0, j));
      }
    }
  }
}
