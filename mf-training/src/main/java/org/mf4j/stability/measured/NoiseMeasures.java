package org.mf4j.stability.measured;

import java.util.Arrays;
import org.mf4j.options.Require;
import org.mf4j.stability.NoisyMap;

/**
 * What noise does to the states of a layer along a series.
 *
 * @param rate how two solutions that start at h = 0 and h = 1 under the same draws approach one
 *     another per step, in mean square: (rms distance / first distance)^(1/steps), up to where it
 *     falls below a millionth
 * @param distance their rms distance after the last step, in parts of the first
 * @param spread the rms distance per neuron from the solution without noise, over the second half
 *     of the steps
 * @param outside the share of states that lie outside of [0, 1]
 */
public record NoiseMeasures(double rate, double distance, double spread, double outside) {
  private static final double VANISHED = 1e-6;

  /**
   * Measures.
   *
   * @param map the layer
   * @param inputs {@code [T][nIn]}, two steps at least
   * @param realisations how many draws of the noise, at least 1
   * @return the means over them
   * @throws IllegalArgumentException if there are fewer steps or realisations
   */
  public static NoiseMeasures of(NoisyMap map, double[][] inputs, int realisations) {
    Require.positive("realisations", realisations);
    Require.positive("steps - 1", inputs.length - 1);
    int units = map.withoutNoise().units();
    double[][] quiet = Trajectory.of(map.withoutNoise(), inputs, new double[units]);
    double[] apart = new double[inputs.length];
    double squares = 0;
    long outside = 0;
    for (int series = 0; series < realisations; series++) {
      double[] low = new double[units];
      double[] high = new double[units];
      Arrays.fill(high, 1);
      for (int t = 0; t < inputs.length; t++) {
        low = map.next(low, inputs[t], series, t);
        high = map.next(high, inputs[t], series, t);
        apart[t] += squaredDistance(low, high) / realisations;
        outside += Arrays.stream(low).filter(h -> h < 0 || h > 1).count();
        squares += t >= inputs.length / 2 ? squaredDistance(low, quiet[t]) : 0;
      }
    }
    int measured = inputs.length - inputs.length / 2;
    return new NoiseMeasures(
        rate(apart, units),
        Math.sqrt(apart[inputs.length - 1] / units),
        Math.sqrt(squares / ((double) measured * realisations * units)),
        (double) outside / ((long) inputs.length * realisations * units));
  }

  private static double rate(double[] apart, double units) {
    int steps = 1;
    while (steps < apart.length && Math.sqrt(apart[steps - 1] / units) > VANISHED) {
      steps++;
    }
    return Math.pow(apart[steps - 1] / units, 0.5 / steps);
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
