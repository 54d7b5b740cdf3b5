package org.mf4j.stability.measured;

import org.mf4j.stability.DrivenMap;

/** h' = A h + B x: the system whose measures are known. */
@SuppressWarnings("ArrayRecordComponent") // Bulk numbers, compared by nobody.
record LinearMap(double[][] a, double[][] b) implements DrivenMap {

  /** h_1' = u, h_i' = h_{i-1}: the last N inputs. */
  static LinearMap delayLine(int units) {
    return ring(units, 0, 1);
  }

  /** A ring of weight r with the input at one place. */
  static LinearMap ring(int units, double weight) {
    return ring(units, weight, weight);
  }

  private static LinearMap ring(int units, double closing, double weight) {
    double[][] a = new double[units][units];
    double[][] b = new double[units][1];
    for (int i = 1; i < units; i++) {
      a[i][i - 1] = weight;
    }
    a[0][units - 1] += closing;
    b[0][0] = 1;
    return new LinearMap(a, b);
  }

  @Override
  public int units() {
    return a.length;
  }

  @Override
  public int inputs() {
    return b[0].length;
  }

  @Override
  public double[] next(double[] state, double[] input) {
    double[] next = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        next[i] += a[i][j] * state[j];
      }
      for (int c = 0; c < input.length; c++) {
        next[i] += b[i][c] * input[c];
      }
    }
    return next;
  }

  @Override
  public double[][] jacobian(double[] state, double[] input) {
    return a;
  }
}
