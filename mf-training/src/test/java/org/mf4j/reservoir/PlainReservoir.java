package org.mf4j.reservoir;

import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.Series;
import org.mf4j.networks.RecurrentWeights;

/**
 * Reservoirs straight from the equations, in double precision, one number at a time: the reference
 * that the layers are tested against.
 */
public final class PlainReservoir {
  private static final double LOWER = 0.35;
  private static final double UPPER = 1.15;

  /** One step of one neuron. */
  private interface Step {
    double next(double state, double u);
  }

  private final RecurrentWeights weights;
  private final Step step;

  private PlainReservoir(RecurrentWeights weights, Step step) {
    this.weights = weights;
    this.step = step;
  }

  /** [APL] eqs. (8)-(12) with Table II's constants. */
  public static PlainReservoir memristive(
      RecurrentWeights weights, double gamma, double slope, double deltaT) {
    return new PlainReservoir(
        weights,
        (h, u) -> {
          double z = (UPPER - LOWER) / (1 + Math.exp(-slope * u)) + LOWER;
          double kp = 0.0001 * Math.exp(10 * z);
          double kd = 0.5 * Math.exp(-z);
          return deltaT * (kp - (kp + kd) * h) + gamma * h;
        });
  }

  /** The leaky integrator of the echo state network. */
  public static PlainReservoir leaky(RecurrentWeights weights, double leakRate) {
    return new PlainReservoir(weights, (h, u) -> (1 - leakRate) * h + leakRate * Math.tanh(u));
  }

  /** The state after the last step of every series. */
  public double[][] lastStates(List<Series> series) {
    return series.stream().map(one -> lastState(states(one))).toArray(double[][]::new);
  }

  private static double[] lastState(Series states) {
    return Arrays.stream(states.channels()).mapToDouble(h -> h[h.length - 1]).toArray();
  }

  /** The states at all steps, as a series of one channel per neuron: the input of a next layer. */
  public Series states(Series series) {
    double[][] channels = series.channels();
    double[][] states = new double[weights.recurrent().length][channels[0].length];
    double[] h = new double[states.length];
    for (int t = 0; t < channels[0].length; t++) {
      int step = t;
      h = next(h, Arrays.stream(channels).mapToDouble(channel -> channel[step]).toArray());
      for (int i = 0; i < h.length; i++) {
        states[i][t] = h[i];
      }
    }
    return new Series(states, series.target());
  }

  /** The state after one more step. */
  public double[] next(double[] h, double... x) {
    double[] next = new double[h.length];
    for (int i = 0; i < h.length; i++) {
      next[i] = step.next(h[i], drive(x, h, i));
    }
    return next;
  }

  private double drive(double[] x, double[] h, int neuron) {
    double u = weights.bias()[0][neuron];
    for (int c = 0; c < x.length; c++) {
      u += x[c] * weights.input()[c][neuron];
    }
    for (int j = 0; j < h.length; j++) {
      u += h[j] * weights.recurrent()[j][neuron];
    }
    return u;
  }
}
