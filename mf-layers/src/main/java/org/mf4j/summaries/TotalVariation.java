package org.mf4j.summaries;

/**
 * How much a state moves per step: the mean of |h(t) - h(t-1)| over t = 1, ..., T-1; 0 for a series
 * of one step. Where a state stands still the gradient is taken as 0.
 */
public record TotalVariation() implements Summary {
  @Override
  public void add(Snapshot step, double[][] memory) {
    if (step.t() == 0) {
      return;
    }
    double[] h = step.h();
    double[] before = step.before();
    double[] sum = memory[0];
    for (int i = step.from(); i < step.to(); i++) {
      sum[i] += Math.abs(h[i] - before[i]);
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
    if (step.t() == 0) {
      return;
    }
    double share = 1.0 / (step.length() - 1);
    for (int i = step.from(); i < step.to(); i++) {
      double g = gradient[0][i] * share * Math.signum(step.h()[i] - step.before()[i]);
      dH[i] += g;
      dBefore[i] -= g;
    }
  }
}
