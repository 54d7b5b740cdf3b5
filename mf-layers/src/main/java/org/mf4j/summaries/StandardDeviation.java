package org.mf4j.summaries;

/**
 * The population standard deviation, sqrt(1/T sum_t (h(t) - m)^2) with m the mean state (numpy's
 * default). Computed by Welford's recurrence, which does not cancel where a state hardly moves. The
 * gradient of a neuron that does not move at all is taken as 0.
 */
public record StandardDeviation() implements Summary {
  @Override
  public int memory() {
    return 2;
  }

  @Override
  public void add(Snapshot step, double[][] memory) {
    double share = 1.0 / (step.t() + 1);
    double[] h = step.h();
    double[] mean = memory[0];
    double[] squares = memory[1];
    for (int i = step.from(); i < step.to(); i++) {
      double deviation = h[i] - mean[i];
      double moved = mean[i] + deviation * share;
      mean[i] = moved;
      squares[i] += deviation * (h[i] - moved);
    }
  }

  @Override
  public void finish(Snapshot last, double[][] memory, double[][] features) {
    double steps = last.t() + 1;
    for (int i = last.from(); i < last.to(); i++) {
      features[0][i] = Math.sqrt(memory[1][i] / steps);
    }
  }

  @Override
  public void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    double steps = step.length();
    for (int i = step.from(); i < step.to(); i++) {
      double deviation = Math.sqrt(memory[1][i] / steps);
      if (deviation > 0) {
        dH[i] += gradient[0][i] * (step.h()[i] - memory[0][i]) / (steps * deviation);
      }
    }
  }
}
