package org.mf4j.summaries;

import java.util.Arrays;

/**
 * What a neuron does above a threshold c of its own, over the steps with h(t) &gt; c:
 *
 * <ol>
 *   <li>how many there are, divided by T
 *   <li>the mean of h(t) - c over them; 0 if there are none. The only one with a gradient: 1 /
 *       their number, at each of them
 *   <li>the mean of t over them, divided by T; -0.01 if there are none
 *   <li>the longest run of them, divided by T
 * </ol>
 *
 * @param thresholds c of every neuron
 */
// Bulk numbers stay in the array that JSON knows.
@SuppressWarnings("ArrayRecordComponent")
public record CalibratedExceedance(double[] thresholds) implements Summary {
  private static final double NEVER = -0.01;
  private static final int COUNT = 0;
  private static final int EXCESS = 1;
  private static final int INDICES = 2;
  private static final int RUN = 3;
  private static final int LONGEST = 4;

  @Override
  public int features() {
    return 4;
  }

  @Override
  public int memory() {
    return 5;
  }

  @Override
  public void requireNeurons(int neurons) {
    Calibration.requireNeurons(thresholds.length, neurons);
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    for (int from = step.from(); from < step.to(); from += thresholds.length) {
      add(step.h(), from, step.t(), memory);
    }
  }

  /** One series: as many loops as the compiler vectorises. */
  private void add(double[] h, int from, double t, double[][] memory) {
    double[] count = memory[COUNT];
    double[] excess = memory[EXCESS];
    double[] indices = memory[INDICES];
    double[] run = memory[RUN];
    double[] longest = memory[LONGEST];
    for (int j = 0; j < thresholds.length; j++) {
      double difference = h[from + j] - thresholds[j];
      double above = Indicator.ofPositive(difference);
      count[from + j] += above;
      excess[from + j] += above * difference;
      run[from + j] = (run[from + j] + 1) * above;
    }
    for (int j = from; j < from + thresholds.length; j++) {
      // A run of length 0 is a step below.
      indices[j] += t * Math.min(1, run[j]);
      longest[j] = Math.max(longest[j], run[j]);
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    double steps = last.t() + 1;
    for (int i = last.from(); i < last.to(); i++) {
      double count = memory[COUNT][i];
      features[0][i] = count / steps;
      features[1][i] = count > 0 ? memory[EXCESS][i] / count : 0;
      features[2][i] = count > 0 ? memory[INDICES][i] / count / steps : NEVER;
      features[3][i] = memory[LONGEST][i] / steps;
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    for (int i = step.from(); i < step.to(); i++) {
      if (step.h()[i] > thresholds[i % thresholds.length]) {
        dH[i] += gradient[1][i] / memory[COUNT][i];
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CalibratedExceedance that && Arrays.equals(thresholds, that.thresholds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(thresholds);
  }

  @Override
  public String toString() {
    return "CalibratedExceedance[" + thresholds.length + " thresholds]";
  }
}
