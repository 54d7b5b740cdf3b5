package org.mf4j.signals;

import java.util.Arrays;
import org.mf4j.options.Require;

/**
 * The delay equation of Mackey and Glass (Science 197, 287, 1977), which is mildly chaotic at the
 * delay tau = 17:
 *
 * <pre>
 * dx/dt = 0.2 x(t - tau) / (1 + x(t - tau)^10) - 0.1 x(t),   x(t) = initial for t &lt;= 0
 * </pre>
 *
 * <p>Integrated by the classical Runge-Kutta method; between two steps the delayed value is that of
 * the cubic Hermite polynomial, so that the order stays 4. One sample per unit of time.
 *
 * @param tau the delay, above 0, a multiple of the step
 * @param initial the constant history, above 0
 * @param stepsPerUnit steps per unit of time, at least 1
 */
public record MackeyGlass(double tau, double initial, int stepsPerUnit) {
  private static final double BETA = 0.2;
  private static final double GAMMA = 0.1;
  private static final double N = 10;

  /**
   * Every number is above 0, and the delay is a multiple of the step.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public MackeyGlass {
    Require.positive("tau", tau);
    Require.positive("initial", initial);
    Require.positive("stepsPerUnit", stepsPerUnit);
    if (Math.abs(tau * stepsPerUnit - Math.rint(tau * stepsPerUnit)) > 1e-9
        || tau * stepsPerUnit < 1) {
      throw new IllegalArgumentException(
          "tau = " + tau + ": must be a multiple of the step 1/" + stepsPerUnit);
    }
  }

  /**
   * The benchmark: tau = 17, x = 1.2 before the start, steps of 0.1.
   *
   * @return the generator
   */
  public static MackeyGlass standard() {
    return new MackeyGlass(17, 1.2, 10);
  }

  /**
   * Generates samples of the solution.
   *
   * @param discarded samples to leave out before the first one that is returned, 0 or above
   * @param length the number of samples, at least 1
   * @return the samples; without discarded ones the first is {@link #initial}
   * @throws IllegalArgumentException if a number is out of its range
   */
  public double[] generate(int discarded, int length) {
    Require.nonNegative("discarded", (double) discarded);
    Require.positive("length", length);
    double[] x = integrate((discarded + length - 1) * stepsPerUnit);
    double[] samples = new double[length];
    Arrays.setAll(samples, t -> x[(discarded + t) * stepsPerUnit]);
    return samples;
  }

  /** All steps: x[i] at t = i h. */
  private double[] integrate(int steps) {
    int delay = (int) Math.rint(tau * stepsPerUnit);
    double h = 1.0 / stepsPerUnit;
    double[] x = new double[steps + 1];
    double[] middle = new double[steps];
    x[0] = initial;
    for (int i = 0; i < steps; i++) {
      double atStart = i < delay ? initial : x[i - delay];
      double atMiddle = i < delay ? initial : middle[i - delay];
      double atEnd = i + 1 < delay ? initial : x[i + 1 - delay];
      double k1 = rate(x[i], atStart);
      double k2 = rate(x[i] + h / 2 * k1, atMiddle);
      double k3 = rate(x[i] + h / 2 * k2, atMiddle);
      double k4 = rate(x[i] + h * k3, atEnd);
      x[i + 1] = x[i] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
      middle[i] = (x[i] + x[i + 1]) / 2 + h / 8 * (k1 - rate(x[i + 1], atEnd));
    }
    return x;
  }

  private static double rate(double x, double delayed) {
    return BETA * delayed / (1 + Math.pow(delayed, N)) - GAMMA * x;
  }
}
