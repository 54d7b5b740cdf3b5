package org.mf4j.summaries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From the gradients of the features to the gradients of all states, step by step. */
public final class TrajectoriesAdjoint {
  private final List<Summary> summaries;
  private final List<double[][]> memories;
  private final Clock clock;
  private final int neurons;
  private final List<double[][]> gradients = new ArrayList<>();
  private final double[][] states;
  private final double[] last;
  private final double[] dH;
  private final double[] dBefore;
  private final int[] stepBefore;
  private int t;

  TrajectoriesAdjoint(
      List<Summary> summaries,
      List<double[][]> memories,
      Clock clock,
      double[][] gradient,
      int neurons,
      int steps) {
    this.summaries = summaries;
    this.memories = memories;
    this.clock = clock;
    this.neurons = neurons;
    this.last = new double[clock.series() * neurons];
    this.dH = new double[last.length];
    this.dBefore = new double[last.length];
    this.stepBefore = new int[clock.series()];
    this.states = new double[steps][last.length];
    int column = 0;
    for (Summary summary : summaries) {
      gradients.add(columns(gradient, column, summary.features()));
      column += summary.features();
    }
  }

  private double[][] columns(double[][] gradient, int first, int features) {
    double[][] columns = new double[features][last.length];
    for (int row = 0; row < gradient.length; row++) {
      for (int f = 0; f < features; f++) {
        System.arraycopy(gradient[row], (first + f) * neurons, columns[f], row * neurons, neurons);
      }
    }
    return columns;
  }

  /**
   * Takes the next step again, as it was given to {@link Trajectories#add}.
   *
   * @param h the states
   * @param present which series have this step
   */
  public void add(double[] h, boolean... present) {
    clock.advance(h, last, present, this::add);
    t++;
  }

  private void add(Snapshot step) {
    Arrays.fill(dH, step.from(), step.to(), 0);
    Arrays.fill(dBefore, step.from(), step.to(), 0);
    for (int k = 0; k < summaries.size(); k++) {
      summaries.get(k).adjoint(step, memories.get(k), gradients.get(k), dH, dBefore);
    }
    for (int i = step.from(); i < step.to(); i++) {
      states[t][i] += dH[i];
      states[stepBefore[i / neurons]][i] += dBefore[i];
    }
    Arrays.fill(stepBefore, step.from() / neurons, step.to() / neurons, t);
    System.arraycopy(step.h(), step.from(), last, step.from(), step.to() - step.from());
  }

  /**
   * The gradients.
   *
   * @return dL/dh, an array like that of the states for every step; 0 where a series is absent
   */
  public double[][] states() {
    return states;
  }
}
