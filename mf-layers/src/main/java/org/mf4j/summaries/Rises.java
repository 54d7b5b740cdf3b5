package org.mf4j.summaries;

/**
 * When and for how long a neuron rises, over the steps t = 1, ..., T-1 with h(t) &gt; h(t-1): the
 * mean of t over these steps, divided by T (0 if there are none), and the longest run of such
 * steps, divided by T. Constant almost everywhere, so their gradients are 0.
 */
public record Rises() implements Summary {
  private static final int INDICES = 0;
  private static final int COUNT = 1;
  private static final int RUN = 2;
  private static final int LONGEST = 3;

  @Override
  public int features() {
    return 2;
  }

  @Override
  public int memory() {
    return 4;
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    if (step.t() == 0) {
      return;
    }
    double[] h = step.h();
    double[] before = step.before();
    double[] run = memory[RUN];
    for (int i = step.from(); i < step.to(); i++) {
      run[i] = (run[i] + 1) * Indicator.ofPositive(h[i] - before[i]);
    }
    double t = step.t();
    for (int i = step.from(); i < step.to(); i++) {
      // A run of length 0 is a step that does not rise.
      double rise = Math.min(1, run[i]);
      memory[COUNT][i] += rise;
      memory[INDICES][i] += rise * t;
    }
    for (int i = step.from(); i < step.to(); i++) {
      memory[LONGEST][i] = Math.max(memory[LONGEST][i], run[i]);
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    double steps = last.t() + 1;
    for (int i = last.from(); i < last.to(); i++) {
      features[0][i] = memory[INDICES][i] / Math.max(1, memory[COUNT][i]) / steps;
      features[1][i] = memory[LONGEST][i] / steps;
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    // Constant almost everywhere.
  }
}
