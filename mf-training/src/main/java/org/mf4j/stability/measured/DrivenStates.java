package org.mf4j.stability.measured;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** States under a random scalar input that every channel sees, and that input. */
final class DrivenStates {
  private final double[] input;
  private final INDArray features;
  private final int washout;

  private DrivenStates(double[] input, INDArray features, int washout) {
    this.input = input;
    this.features = features;
    this.washout = washout;
  }

  /** Drives a map from h(0) = 0 by a given input. */
  static DrivenStates of(DrivenMap map, double[] input, int washout) {
    return of(fromRest(map), map.inputs(), input, washout);
  }

  /** The states {@code [T][N]} of a map under inputs {@code [T][nIn]}, from h(0) = 0. */
  static UnaryOperator<double[][]> fromRest(DrivenMap map) {
    return inputs -> Trajectory.of(map, inputs, new double[map.units()]);
  }

  /** Drives a system, inputs {@code [T][nIn]} to states {@code [T][N]}, by a given input. */
  static DrivenStates of(
      UnaryOperator<double[][]> system, int channels, double[] input, int washout) {
    double[][] states = system.apply(rows(channels, input));
    double[][] kept = Arrays.copyOfRange(states, washout, states.length);
    return new DrivenStates(input, standardised(Nd4j.create(kept)), washout);
  }

  /** Drives a map by independent numbers of U[lower, upper]. */
  static DrivenStates uniform(
      DrivenMap map, double lower, double upper, int washout, int steps, SeededRandom random) {
    return of(map, uniform(washout + steps, lower, upper, random), washout);
  }

  static double[] uniform(int count, double lower, double upper, SeededRandom random) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> random.uniform(lower, upper));
    return values;
  }

  /** The same number for every channel. */
  static double[][] rows(int channels, double[] input) {
    double[][] rows = new double[input.length][channels];
    for (int t = 0; t < input.length; t++) {
      Arrays.fill(rows[t], input[t]);
    }
    return rows;
  }

  /** The states after the washout, {@code [steps, N]}, every column of mean 0 and deviation 1. */
  INDArray features() {
    return features;
  }

  /** The number of steps after the washout. */
  int steps() {
    return input.length - washout;
  }

  /** The input so many steps before step t after the washout. */
  double input(int t, int delay) {
    return input[washout + t - delay];
  }

  /** A state that never changes says nothing and stays 0. */
  private static INDArray standardised(INDArray states) {
    INDArray centred = states.subRowVector(states.mean(true, 0));
    INDArray deviation = centred.norm2(true, 0).divi(Math.sqrt(states.rows()));
    for (int i = 0; i < deviation.length(); i++) {
      double value = deviation.getDouble(i);
      deviation.putScalar(i, value > 0 ? value : 1);
    }
    return centred.diviRowVector(deviation);
  }
}
