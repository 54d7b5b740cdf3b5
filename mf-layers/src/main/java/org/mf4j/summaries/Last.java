package org.mf4j.summaries;

/** The last state, h(T-1). */
public record Last() implements Summary {
  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    // The last step itself is all that counts.
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    System.arraycopy(last.h(), last.from(), features[0], last.from(), last.to() - last.from());
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    if (step.t() < step.length() - 1) {
      return;
    }
    for (int i = step.from(); i < step.to(); i++) {
      dH[i] += gradient[0][i];
    }
  }
}
