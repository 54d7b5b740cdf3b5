package org.mf4j.stability.measured;

import org.mf4j.stability.DrivenMap;

/** The states that a sequence of inputs leads through. */
public final class Trajectory {
  private Trajectory() {}

  /**
   * Runs a map.
   *
   * @param map the map
   * @param inputs {@code [T][nIn]}
   * @param initialState h(0), of length N
   * @return h(1), ..., h(T): {@code [T][N]}
   */
  public static double[][] of(DrivenMap map, double[][] inputs, double[] initialState) {
    double[][] states = new double[inputs.length][];
    double[] state = initialState;
    for (int t = 0; t < inputs.length; t++) {
      state = map.next(state, inputs[t]);
      states[t] = state;
    }
    return states;
  }

  /**
   * The last of them.
   *
   * @param map the map
   * @param inputs {@code [T][nIn]}
   * @param initialState h(0), of length N
   * @return h(T); h(0) itself for no input
   */
  public static double[] last(DrivenMap map, double[][] inputs, double[] initialState) {
    double[] state = initialState;
    for (double[] input : inputs) {
      state = map.next(state, input);
    }
    return state;
  }
}
