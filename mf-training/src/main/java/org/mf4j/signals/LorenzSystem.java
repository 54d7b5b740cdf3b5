package org.mf4j.signals;

import org.mf4j.options.Require;

/**
 * The equations of Lorenz, integrated by the classical Runge-Kutta method. From Lorenz, J. Atmos.
 * Sci. 20, 130 (1963):
 *
 * <pre>
 * dx/dt = sigma (y - x),   dy/dt = x (rho - z) - y,   dz/dt = x y - beta z
 * </pre>
 *
 * @param sigma Prandtl number, above 0
 * @param rho Rayleigh number, above 0
 * @param beta geometry, above 0
 * @param interval time between two samples, above 0
 * @param stepsPerSample steps of the integration per sample, at least 1
 */
public record LorenzSystem(
    double sigma, double rho, double beta, double interval, int stepsPerSample) {
  /** The largest Lyapunov exponent of {@link #lorenz63()}, per unit of time (Sprott, 2003). */
  public static final double LORENZ63_EXPONENT = 0.9056;

  /**
   * Every number is above 0.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public LorenzSystem {
    Require.positive("sigma", sigma);
    Require.positive("rho", rho);
    Require.positive("beta", beta);
    Require.positive("interval", interval);
    Require.positive("stepsPerSample", stepsPerSample);
  }

  /**
   * Lorenz-63 as forecasting uses it: sigma = 10, rho = 28, beta = 8/3, a sample every 0.02, four
   * steps of 0.005 between two samples.
   *
   * @return the system
   */
  public static LorenzSystem lorenz63() {
    return new LorenzSystem(10, 28, 8.0 / 3, 0.02, 4);
  }

  /**
   * Generates samples of a solution.
   *
   * @param x initial x
   * @param y initial y
   * @param z initial z
   * @param discarded samples to leave out before the first one that is returned, 0 or above
   * @param length the number of samples, at least 1
   * @return {@code [3][length]}: x, y and z; without discarded samples the first is the initial
   *     state
   * @throws IllegalArgumentException if a number is out of its range
   */
  public double[][] generate(double x, double y, double z, int discarded, int length) {
    Require.nonNegative("discarded", (double) discarded);
    double[][] samples = new double[3][Require.positive("length", length)];
    double[] state = {x, y, z};
    for (int t = 0; t < discarded + length; t++) {
      if (t > 0) {
        state = nextSample(state);
      }
      for (int c = 0; t >= discarded && c < state.length; c++) {
        samples[c][t - discarded] = state[c];
      }
    }
    return samples;
  }

  private double[] nextSample(double[] state) {
    double[] next = state;
    for (int i = 0; i < stepsPerSample; i++) {
      next = RungeKutta4.step(this::field, next, interval / stepsPerSample);
    }
    return next;
  }

  private double[] field(double[] s) {
    return new double[] {
      sigma * (s[1] - s[0]), s[0] * (rho - s[2]) - s[1], s[0] * s[1] - beta * s[2]
    };
  }
}
