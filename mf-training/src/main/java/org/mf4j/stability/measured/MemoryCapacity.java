package org.mf4j.stability.measured;

import java.util.function.UnaryOperator;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Short-term memory capacity (Jaeger, GMD report 152, 2001): how well linear readouts of the states
 * give back an input of independent numbers of U[-1, 1] that lies k steps back. At most N
 * altogether.
 */
public final class MemoryCapacity {
  private final double[] byDelay;

  private MemoryCapacity(double[] byDelay) {
    this.byDelay = byDelay;
  }

  /**
   * Measures. Capacities that independent targets would reach, too, count 0 (at a significance of
   * 1e-4).
   *
   * @param map the map, started from h(0) = 0; all its channels see the same number
   * @param largestDelay the largest k, at least 1; at most the washout
   * @param washout steps that do not count, at least largestDelay
   * @param steps T, the steps that do; several times N
   * @param random where the input comes from
   * @return the capacities
   * @throws IllegalArgumentException if a number is out of range
   */
  public static MemoryCapacity measure(
      DrivenMap map, int largestDelay, int washout, int steps, SeededRandom random) {
    return measure(DrivenStates.fromRest(map), map.inputs(), largestDelay, washout, steps, random);
  }

  /**
   * Measures a system that is no {@link DrivenMap}, such as a physical one.
   *
   * @param system inputs {@code [T][nIn]} to states {@code [T][N]}
   * @param channels nIn; all see the same number
   * @param largestDelay as above
   * @param washout as above
   * @param steps as above
   * @param random as above
   * @return the capacities
   * @throws IllegalArgumentException if a number is out of range
   */
  public static MemoryCapacity measure(
      UnaryOperator<double[][]> system,
      int channels,
      int largestDelay,
      int washout,
      int steps,
      SeededRandom random) {
    Require.positive("largestDelay", largestDelay);
    Require.positive("steps", steps);
    if (washout < largestDelay) {
      throw new IllegalArgumentException(
          "washout = " + washout + ": must be at least largestDelay, " + largestDelay);
    }
    double[] input = DrivenStates.uniform(washout + steps, -1, 1, random);
    DrivenStates states = DrivenStates.of(system, channels, input, washout);
    INDArray targets = Nd4j.create(DataType.DOUBLE, steps, largestDelay + 1);
    for (int t = 0; t < steps; t++) {
      for (int k = 0; k <= largestDelay; k++) {
        targets.putScalar(t, k, states.input(t, k));
      }
    }
    return new MemoryCapacity(Capacity.of(states.features(), targets));
  }

  /** {@return the capacity of every delay k = 0, 1, ..., a copy} */
  public double[] byDelay() {
    return byDelay.clone();
  }

  /** {@return Jaeger's sum over k = 1, 2, ...; the present input, k = 0, is not memory} */
  public double total() {
    double sum = 0;
    for (int k = 1; k < byDelay.length; k++) {
      sum += byDelay[k];
    }
    return sum;
  }
}
