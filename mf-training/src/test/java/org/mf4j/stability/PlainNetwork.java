package org.mf4j.stability;

import java.util.Arrays;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.Rescale;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.mf4j.reservoir.ReservoirOptions;

/**
 * A memristive network straight from eqs. (8)-(12), one number at a time: the reference of these
 * tests. Shares nothing with the code under test.
 */
record PlainNetwork(
    MemristiveDynamics dynamics, Integration integration, RecurrentWeights weights) {

  /** Weights as a reservoir has them, W_h at the given multiple of spectral radius 0.9. */
  static RecurrentWeights weights(int nIn, int units, double factor, long seed) {
    return new ReservoirOptions(1, 0.5, 0.9 * factor).draw(nIn, units, new SeededRandom(seed));
  }

  /**
   * Constants that differ from neuron to neuron, gamma in [gammaMin, 1]; no rate is above that of
   * Table II.
   */
  static MemristiveDynamics heterogeneous(
      int units, double gammaMin, double deltaTMax, SeededRandom random) {
    return MemristiveDynamics.paper()
        .withGamma(uniform(units, gammaMin, 1, random))
        .withDeltaT(uniform(units, 0.01 * deltaTMax, deltaTMax, random))
        .withSlope(uniform(units, 0.5, 5, random))
        .withKp0(uniform(units, 0.5e-4, 1e-4, random))
        .withKd0(uniform(units, 0.2, 0.5, random))
        .withEtaP(uniform(units, 7, 10, random))
        .withEtaD(uniform(units, 1, 2, random));
  }

  static double[] uniform(int count, double lower, double upper, SeededRandom random) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> random.uniform(lower, upper));
    return values;
  }

  MemristiveMap map() {
    return new MemristiveMap(dynamics, integration, weights);
  }

  double[] next(double[] state, double[] input) {
    double[] next = new double[state.length];
    Arrays.setAll(next, i -> next(i, preActivation(state, input, i), state[i]));
    return next;
  }

  private double preActivation(double[] state, double[] input, int i) {
    double u = weights.bias()[0][i];
    for (int c = 0; c < input.length; c++) {
      u += input[c] * weights.input()[c][i];
    }
    for (int j = 0; j < state.length; j++) {
      u += state[j] * weights.recurrent()[j][i];
    }
    return u;
  }

  private double next(int i, double u, double h) {
    Rescale r = (Rescale) dynamics.drive();
    double z = (r.upper() - r.lower()) / (1 + Math.exp(-dynamics.slope().at(i) * u)) + r.lower();
    double kp = dynamics.kp0().at(i) * Math.exp(dynamics.etaP().at(i) * z);
    double kd = dynamics.kd0().at(i) * Math.exp(-dynamics.etaD().at(i) * z);
    double deltaT = dynamics.deltaT().at(i);
    double gamma = dynamics.gamma().at(i);
    if (integration == Integration.EULER) {
      return deltaT * (kp - (kp + kd) * h) + gamma * h;
    }
    double decay = kp + kd + (1 - gamma) / deltaT;
    return kp / decay + (h - kp / decay) * Math.exp(-deltaT * decay);
  }

  /** d next_i / d h_j by central differences of the equations. */
  double[][] differences(double[] state, double[] input) {
    double step = 1e-6;
    double[][] jacobian = new double[state.length][state.length];
    for (int j = 0; j < state.length; j++) {
      double[] up = state.clone();
      double[] down = state.clone();
      up[j] += step;
      down[j] -= step;
      double[] above = next(up, input);
      double[] below = next(down, input);
      for (int i = 0; i < state.length; i++) {
        jacobian[i][j] = (above[i] - below[i]) / (2 * step);
      }
    }
    return jacobian;
  }
}
