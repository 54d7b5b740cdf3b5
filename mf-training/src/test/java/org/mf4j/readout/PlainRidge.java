package org.mf4j.readout;

/**
 * Ridge regression by its definition, with double loops: centred normal equations, solved by
 * Gaussian elimination with partial pivoting. The reference for {@link Ridge}.
 */
public final class PlainRidge {
  private PlainRidge() {}

  /** Weights of the features, then the intercept, for one target. */
  public static double[] fit(double[][] x, double[] y, double lambda) {
    int n = x.length;
    int features = x[0].length;
    double[] meanX = new double[features];
    double meanY = 0;
    for (int i = 0; i < n; i++) {
      meanY += y[i] / n;
      for (int j = 0; j < features; j++) {
        meanX[j] += x[i][j] / n;
      }
    }
    double[][] system = new double[features][features + 1];
    for (int j = 0; j < features; j++) {
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < features; k++) {
          system[j][k] += (x[i][j] - meanX[j]) * (x[i][k] - meanX[k]);
        }
        system[j][features] += (x[i][j] - meanX[j]) * (y[i] - meanY);
      }
      system[j][j] += lambda;
    }
    double[] solution = new double[features + 1];
    System.arraycopy(eliminate(system), 0, solution, 0, features);
    solution[features] = meanY;
    for (int j = 0; j < features; j++) {
      solution[features] -= meanX[j] * solution[j];
    }
    return solution;
  }

  private static double[] eliminate(double[][] system) {
    int n = system.length;
    for (int column = 0; column < n; column++) {
      swapInLargest(system, column);
      for (int row = column + 1; row < n; row++) {
        double factor = system[row][column] / system[column][column];
        for (int k = column; k <= n; k++) {
          system[row][k] -= factor * system[column][k];
        }
      }
    }
    double[] solution = new double[n];
    for (int row = n - 1; row >= 0; row--) {
      double rest = system[row][n];
      for (int k = row + 1; k < n; k++) {
        rest -= system[row][k] * solution[k];
      }
      solution[row] = rest / system[row][row];
    }
    return solution;
  }

  private static void swapInLargest(double[][] system, int column) {
    int largest = column;
    for (int row = column + 1; row < system.length; row++) {
      if (Math.abs(system[row][column]) > Math.abs(system[largest][column])) {
        largest = row;
      }
    }
    double[] swapped = system[column];
    system[column] = system[largest];
    system[largest] = swapped;
  }
}
