package org.mf4j.readout;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrices of ND4J from and to plain arrays, row after row. */
final class RowMajor {
  private RowMajor() {}

  static double[] values(INDArray matrix) {
    INDArray rows = matrix.castTo(DataType.DOUBLE).dup('c');
    double[] values = new double[Math.toIntExact(rows.length())];
    rows.data().asNioDouble().get(values);
    return values;
  }

  static INDArray matrix(double[] values, int rows, int columns) {
    return Nd4j.createFromArray(values).reshape('c', rows, columns);
  }

  static INDArray row(double[] values) {
    return matrix(values, 1, values.length);
  }

  static INDArray column(double[] values) {
    return matrix(values, values.length, 1);
  }
}
