package org.mf4j.summaries;

/** The largest state, max_t h(t). Its gradient goes to the first step that reaches it. */
public record Maximum() implements Summary {
  @Override
  public void add(Snapshot step, double[][] memory) {
    double[] h = step.h();
    double[] largest = memory[0];
    if (step.t() == 0) {
      System.arraycopy(h, step.from(), largest, step.from(), step.to() - step.from());
      return;
    }
    for (int i = step.from(); i < step.to(); i++) {
      largest[i] = Math.max(largest[i], h[i]);
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    for (int i = step.from(); i < step.to(); i++) {
      if (step.h()[i] == memory[0][i]) {
        dH[i] += gradient[0][i];
        gradient[0][i] = 0;
      }
    }
  }
}
