package org.mf4j.stability;

import org.mf4j.networks.RecurrentWeights;

/** u = x W + h RW + b in double precision. */
final class PreActivation {
  private final RecurrentWeights weights;

  PreActivation(RecurrentWeights weights) {
    this.weights = weights;
  }

  int units() {
    return weights.recurrent().length;
  }

  int inputs() {
    return weights.input().length;
  }

  double[] of(double[] state, double[] input) {
    double[] u = weights.bias()[0].clone();
    addProduct(u, input, weights.input());
    addProduct(u, state, weights.recurrent());
    return u;
  }

  /** (W_h)_ij = RW_ji: how u_i follows h_j. */
  double coupling(int i, int j) {
    return weights.recurrent()[j][i];
  }

  private static void addProduct(double[] sum, double[] row, double[][] matrix) {
    for (int j = 0; j < row.length; j++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[j] * matrix[j][i];
      }
    }
  }
}
