package org.mf4j.reservoir.input;

import java.util.Arrays;
import org.mf4j.options.RequireMatrix;
import org.mf4j.random.SeededRandom;

/** Input weights that the user has made. Nothing is random. */
public final class GivenInput implements InputWeights {
  private final double[][] matrix;

  /**
   * Copies the matrix.
   *
   * @param matrix W {@code [nIn][N]}, finite
   * @throws IllegalArgumentException if it is empty or ragged, or an entry is not finite
   */
  public GivenInput(double[][] matrix) {
    this.matrix = RequireMatrix.copy("matrix", matrix);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the matrix is for another number of channels or neurons
   */
  @Override
  public double[][] draw(int nIn, int units, SeededRandom random) {
    if (nIn != matrix.length || units != matrix[0].length) {
      throw new IllegalArgumentException(
          String.format(
              "nIn = %d, units = %d: the given input weights are for %d channel(s) and %d neurons",
              nIn, units, matrix.length, matrix[0].length));
    }
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GivenInput that && Arrays.deepEquals(matrix, that.matrix);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(matrix);
  }

  @Override
  public String toString() {
    return "GivenInput[channels=" + matrix.length + ", units=" + matrix[0].length + "]";
  }
}
