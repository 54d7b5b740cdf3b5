package org.mf4j.summaries;

import java.util.Arrays;

/**
 * The states at all steps, T features per neuron, for series of one length.
 *
 * @param length T, the number of steps after the washout, at least 1
 */
public record AllSteps(int length) implements Summary {
  /**
   * There is at least one step.
   *
   * @throws IllegalArgumentException if the length is below 1
   */
  public AllSteps {
    if (length < 1) {
      throw new IllegalArgumentException("length = " + length + ": must be at least 1");
    }
  }

  @Override
  public int features() {
    return length;
  }

  @Override
  public int memory() {
    return length;
  }

  @Override
  public void requireLength(int steps) {
    if (steps != length) {
      throw new IllegalArgumentException(
          "length = "
              + length
              + ": a series has "
              + steps
              + " steps after the washout; all steps can be features of series of one length only");
    }
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    if (step.t() < length) {
      System.arraycopy(
          step.h(), step.from(), memory[step.t()], step.from(), step.to() - step.from());
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    for (int t = 0; t < length; t++) {
      if (t > last.t()) {
        Arrays.fill(features[t], last.from(), last.to(), Double.NaN);
      } else {
        System.arraycopy(memory[t], last.from(), features[t], last.from(), last.to() - last.from());
      }
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    for (int i = step.from(); i < step.to(); i++) {
      dH[i] += gradient[step.t()][i];
    }
  }
}
