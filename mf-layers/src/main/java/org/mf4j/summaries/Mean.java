package org.mf4j.summaries;

/** The mean state, 1/T sum_t h(t). */
public record Mean() implements Summary {
  @Override
  public void add(Snapshot step, double[][] memory) {
    double[] h = step.h();
    double[] sum = memory[0];
    for (int i = step.from(); i < step.to(); i++) {
      sum[i] += h[i];
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    double steps = last.t() + 1;
    for (int i = last.from(); i < last.to(); i++) {
      features[0][i] = memory[0][i] / steps;
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    double share = 1.0 / step.length();
    for (int i = step.from(); i < step.to(); i++) {
      dH[i] += gradient[0][i] * share;
    }
  }
}
