package org.mf4j.networks;

import java.util.function.DoubleSupplier;
import org.mf4j.random.SeededRandom;

/** Matrices of independent random numbers, drawn row by row. */
public final class RandomMatrix {
  private RandomMatrix() {}

  /**
   * Entries from U[-bound, bound].
   *
   * @param rows the number of rows
   * @param columns the number of columns
   * @param bound 0 or above
   * @param random where the numbers come from
   * @return {@code [rows][columns]}
   */
  public static double[][] uniform(int rows, int columns, double bound, SeededRandom random) {
    return fill(rows, columns, () -> random.uniform(-bound, bound));
  }

  /**
   * Entries of column j from U[-bounds[j], bounds[j]].
   *
   * @param rows the number of rows
   * @param bounds one bound per column, 0 or above
   * @param random where the numbers come from
   * @return {@code [rows][bounds.length]}
   */
  public static double[][] uniform(int rows, double[] bounds, SeededRandom random) {
    double[][] matrix = new double[rows][bounds.length];
    for (double[] row : matrix) {
      for (int j = 0; j < bounds.length; j++) {
        row[j] = random.uniform(-bounds[j], bounds[j]);
      }
    }
    return matrix;
  }

  /**
   * Entries from N(0, std<sup>2</sup>).
   *
   * @param rows the number of rows
   * @param columns the number of columns
   * @param std 0 or above
   * @param random where the numbers come from
   * @return {@code [rows][columns]}
   */
  public static double[][] gaussian(int rows, int columns, double std, SeededRandom random) {
    return fill(rows, columns, () -> std * random.nextGaussian());
  }

  private static double[][] fill(int rows, int columns, DoubleSupplier entries) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = entries.getAsDouble();
      }
    }
    return matrix;
  }
}
