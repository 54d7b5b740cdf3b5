package org.mf4j.signals;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * The nonlinear autoregressive moving average system of order 10, driven by random numbers. By
 * Atiya and Parlos, IEEE Trans. Neural Networks 11, 697 (2000), with u(t) from U[0, 0.5]:
 *
 * <pre>
 * y(t+1) = 0.3 y(t) + 0.05 y(t) (y(t) + ... + y(t-9)) + 1.5 u(t-9) u(t) + 0.1
 * </pre>
 *
 * with u and y zero before the start. A reader of u(0), ..., u(t) is to tell y(t+1).
 *
 * @param input u(0), ..., u(length-1)
 * @param output y(1), ..., y(length): beside every input the output that it completes
 */
// Bulk numbers stay in arrays; sequences are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record Narma10(double[] input, double[] output) {
  private static final int ORDER = 10;

  /** Sequences that come back stay below 1.3; of 7,000 steps about 3 in 100 do not. */
  private static final double DIVERGED = 2;

  /**
   * Generates. A rare input drives the system to infinity; an output above 2 therefore has the
   * whole input drawn anew, from the same generator.
   *
   * @param length the number of steps, at least 1
   * @param random where the input comes from
   * @return input and output
   * @throws IllegalArgumentException if the length is not at least 1
   */
  public static Narma10 generate(int length, SeededRandom random) {
    Require.positive("length", length);
    while (true) {
      double[] u = new double[length];
      for (int t = 0; t < length; t++) {
        u[t] = random.uniform(0, 0.5);
      }
      double[] y = respond(u);
      if (y[length - 1] <= DIVERGED) {
        return new Narma10(u, y);
      }
    }
  }

  /** The outputs; once one is above the limit, all that follow are infinite. */
  static double[] respond(double[] u) {
    double[] y = new double[u.length];
    for (int t = 0; t < u.length; t++) {
      double last = t == 0 ? 0 : y[t - 1];
      double sum = 0;
      for (int i = 1; i <= ORDER && i <= t; i++) {
        sum += y[t - i];
      }
      double delayed = t < ORDER - 1 ? 0 : u[t - ORDER + 1];
      double next = 0.3 * last + 0.05 * last * sum + 1.5 * delayed * u[t] + 0.1;
      y[t] = next <= DIVERGED ? next : Double.POSITIVE_INFINITY;
    }
    return y;
  }
}
