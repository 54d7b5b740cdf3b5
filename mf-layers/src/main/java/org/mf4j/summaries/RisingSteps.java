package org.mf4j.summaries;

/**
 * The fraction of rising steps: how many of t = 1, ..., T-1 have h(t) &gt; h(t-1), divided by T-1;
 * 0 for a series of one step. It is constant almost everywhere, so its gradient is 0.
 */
public record RisingSteps() implements Summary {
  @Override
  public void add(Snapshot step, double[][] memory) {
    if (step.t() == 0) {
      return;
    }
    double[] h = step.h();
    double[] before = step.before();
    double[] rises = memory[0];
    for (int i = step.from(); i < step.to(); i++) {
      rises[i] += Indicator.ofPositive(h[i] - before[i]);
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    double differences = Math.max(1, last.t());
    for (int i = last.from(); i < last.to(); i++) {
      features[0][i] = memory[0][i] / differences;
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    // Constant almost everywhere.
  }
}
