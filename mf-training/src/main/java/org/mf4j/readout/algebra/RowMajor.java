package org.mf4j.readout.algebra;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrices of ND4J from and to plain arrays, row after row. */
public final class RowMajor {
  private RowMajor() {}

  /**
   * The numbers of a matrix.
   *
   * @param matrix {@code [m,n]} of any type and order
   * @return m n numbers, row after row
   */
  public static double[] values(INDArray matrix) {
    INDArray doubles = matrix.castTo(DataType.DOUBLE);
    INDArray rows = doubles.dup('c');
    double[] values = new double[Math.toIntExact(rows.length())];
    rows.data().asNioDouble().get(values);
    rows.close();
    if (doubles != matrix) {
      doubles.close();
    }
    return values;
  }

  /**
   * A matrix.
   *
   * @param values its numbers, row after row
   * @param rows m
   * @param columns n
   * @return {@code [m,n]}, double precision
   */
  public static INDArray matrix(double[] values, int rows, int columns) {
    return Nd4j.createFromArray(values).reshape('c', rows, columns);
  }

  /**
   * A row vector.
   *
   * @param values n numbers
   * @return {@code [1,n]}
   */
  public static INDArray row(double[] values) {
    return matrix(values, 1, values.length);
  }

  /**
   * A column vector.
   *
   * @param values m numbers
   * @return {@code [m,1]}
   */
  public static INDArray column(double[] values) {
    return matrix(values, values.length, 1);
  }
}
