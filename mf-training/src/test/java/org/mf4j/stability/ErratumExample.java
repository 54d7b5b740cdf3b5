package org.mf4j.stability;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.random.SeededRandom;

/** Eq. (14) on one network, with the factors on either side of W_h. */
@SuppressWarnings("ArrayRecordComponent") // Bulk numbers, compared by nobody.
record ErratumExample(PlainNetwork network, double[] state, double[] input) {
  private static final int UNITS = 5;

  static ErratumExample of() {
    SeededRandom random = new SeededRandom(5);
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withGamma(0.95).withSlope(5);
    return new ErratumExample(
        new PlainNetwork(dynamics, Integration.EULER, PlainNetwork.weights(1, UNITS, 1.1, 5)),
        PlainNetwork.uniform(UNITS, 0, 1, random),
        new double[] {0.3});
  }

  double[][] corrected() {
    return jacobian((i, j) -> i);
  }

  double[][] printed() {
    return jacobian((i, j) -> j);
  }

  private interface Side {
    int factorOf(int row, int column);
  }

  private double[][] jacobian(Side side) {
    double[][] jacobian = new double[UNITS][UNITS];
    for (int i = 0; i < UNITS; i++) {
      for (int j = 0; j < UNITS; j++) {
        double wh = network.weights().recurrent()[j][i];
        jacobian[i][j] = 0.1 * factor(side.factorOf(i, j)) * wh + (i == j ? diagonal(i) : 0);
      }
    }
    return jacobian;
  }

  private double g(int i) {
    double u = network.weights().bias()[0][i] + input[0] * network.weights().input()[0][i];
    for (int j = 0; j < UNITS; j++) {
      u += state[j] * network.weights().recurrent()[j][i];
    }
    return 1 / (1 + Math.exp(-5 * u));
  }

  /** sigma' c. */
  private double factor(int i) {
    double g = g(i);
    double z = 0.35 + 0.8 * g;
    double c = 10 * 1e-4 * Math.exp(10 * z) * (1 - state[i]) + 1 * 0.5 * Math.exp(-z) * state[i];
    return 5 * 0.8 * g * (1 - g) * c;
  }

  private double diagonal(int i) {
    double z = 0.35 + 0.8 * g(i);
    return 0.95 - 0.1 * (1e-4 * Math.exp(10 * z) + 0.5 * Math.exp(-z));
  }
}
