package org.mf4j.reservoir.topology;

import java.util.Arrays;
import org.mf4j.options.RequireMatrix;
import org.mf4j.random.SeededRandom;

/** A recurrent matrix that the user has made. Nothing is random. */
public final class GivenMatrix implements Topology {
  private final double[][] matrix;

  /**
   * Copies the matrix.
   *
   * @param matrix RW {@code [N][N]}, finite
   * @throws IllegalArgumentException if it is not square or an entry is not finite
   */
  public GivenMatrix(double[][] matrix) {
    this.matrix = RequireMatrix.copy("matrix", matrix);
    if (matrix.length != matrix[0].length) {
      throw new IllegalArgumentException(
          "matrix: "
              + matrix.length
              + " rows of "
              + matrix[0].length
              + " entries; a recurrent matrix is square");
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the matrix is for another number of neurons
   */
  @Override
  public double[][] draw(int units, SeededRandom random) {
    if (units != matrix.length) {
      throw new IllegalArgumentException(
          "units = " + units + ": the given recurrent matrix is for " + matrix.length + " neurons");
    }
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GivenMatrix that && Arrays.deepEquals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(matrix);
  }

  @Override
  public String toString() {
    return "GivenMatrix[units=" + matrix.length + "]";
  }
}
