package org.mf4j.cells;

import java.util.Map;
import org.mf4j.math.FloatFunctions;

/** {@link LeakyCell} on float arrays. Saved for the adjoint: tanh(v). */
record LeakyKernel(float leakRate, int neurons) implements CellKernel {
  @Override
  public double[] scale() {
    return new double[0];
  }

  @Override
  public StepKernel step(int rows) {
    return new Step(leakRate, rows * neurons);
  }

  @Override
  public Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient) {
    return Map.of();
  }

  private record Step(float leakRate, int n) implements StepKernel {
    @Override
    public void forward(float[] v, float[] h) {
      FloatFunctions.tanh(v, n);
      float keep = 1 - leakRate;
      for (int i = 0; i < n; i++) {
        h[i] = keep * h[i] + leakRate * v[i];
      }
    }

    @Override
    public void adjoint(float[] saved, float[] h, float[] d) {
      for (int i = 0; i < n; i++) {
        saved[i] = d[i] * leakRate * (1 - saved[i] * saved[i]);
      }
      float keep = 1 - leakRate;
      for (int i = 0; i < n; i++) {
        d[i] = keep * d[i];
      }
    }

    @Override
    public double[][] sums() {
      return new double[0][];
    }
  }
}
