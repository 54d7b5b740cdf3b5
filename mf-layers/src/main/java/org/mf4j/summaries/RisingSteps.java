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
      // 1 or 0 without a branch, which the compiler would not vectorise: twice the rise, or 0, over
      // itself. Differences of states are far above the smallest normal number.
      double difference = h[i] - before[i];
      double rise = Math.abs(difference) + difference;
      rises[i] += rise / (rise + Double.MIN_NORMAL);
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
