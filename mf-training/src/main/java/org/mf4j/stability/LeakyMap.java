package org.mf4j.stability;

import org.mf4j.networks.RecurrentWeights;
import org.mf4j.options.Require;

/**
 * The leaky-integrator layer of the echo state network, h' = (1 - alpha) h + alpha tanh(x W + h RW
 * + b), with J_ij = (1 - alpha) delta_ij + alpha (1 - tanh<sup>2</sup>(u_i)) (W_h)_ij.
 */
public final class LeakyMap implements DrivenMap {
  private final PreActivation preActivation;
  private final double leakRate;

  /**
   * A layer.
   *
   * @param leakRate alpha, in (0, 1]
   * @param weights W {@code [nIn][N]}, RW {@code [N][N]}, b {@code [1][N]}
   * @throws IllegalArgumentException if the leak rate is out of range
   */
  public LeakyMap(double leakRate, RecurrentWeights weights) {
    this.leakRate = Require.fraction("leakRate", leakRate);
    this.preActivation = new PreActivation(weights);
  }

  @Override
  public int units() {
    return preActivation.units();
  }

  @Override
  public int inputs() {
    return preActivation.inputs();
  }

  @Override
  public double[] next(double[] state, double[] input) {
    double[] h = preActivation.of(state, input);
    for (int i = 0; i < h.length; i++) {
      h[i] = (1 - leakRate) * state[i] + leakRate * Math.tanh(h[i]);
    }
    return h;
  }

  @Override
  public double[][] jacobian(double[] state, double[] input) {
    double[] u = preActivation.of(state, input);
    int units = u.length;
    double[][] jacobian = new double[units][units];
    for (int i = 0; i < units; i++) {
      double tanh = Math.tanh(u[i]);
      double gain = leakRate * (1 - tanh * tanh);
      for (int j = 0; j < units; j++) {
        jacobian[i][j] = gain * preActivation.coupling(i, j);
      }
      jacobian[i][i] += 1 - leakRate;
    }
    return jacobian;
  }
}
