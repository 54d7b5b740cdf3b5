package org.mf4j.options;

/** The check of a matrix that a user gives. */
public final class RequireMatrix {
  private RequireMatrix() {}

  /**
   * Copies a matrix and checks it.
   *
   * @param field the name of the field, for the message
   * @param matrix row by row
   * @return a copy
   * @throws IllegalArgumentException if the matrix is empty, its rows differ in length, or an entry
   *     is not finite
   */
  public static double[][] copy(String field, double[][] matrix) {
    if (matrix.length == 0 || matrix[0].length == 0) {
      throw new IllegalArgumentException(field + ": must have at least one row and one column");
    }
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
      if (copy[i].length != copy[0].length) {
        throw new IllegalArgumentException(
            String.format(
                "%s: row 0 has %d entries, row %d has %d; must be equal",
                field, copy[0].length, i, copy[i].length));
      }
      for (int j = 0; j < copy[i].length; j++) {
        Require.finite(field + "[" + i + "][" + j + "]", copy[i][j]);
      }
    }
    return copy;
  }
}
