package org.mf4j.cells;

import java.util.Map;
import org.mf4j.math.FloatFunctions;

/** {@link LstmCell} on float arrays. Saved for the adjoint: a and the three gates. */
record LstmKernel(int neurons) implements CellKernel {
  @Override
  public double[] scale() {
    return new double[0];
  }

  @Override
  public StepKernel step(int rows) {
    return new Step(rows * neurons);
  }

  @Override
  public Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient) {
    return Map.of();
  }

  /** Every plane of a, f, o, i is n numbers long. */
  private static final class Step implements StepKernel {
    private final int n;
    private final float[] squashed;
    private final float[] ofCell;

    Step(int n) {
      this.n = n;
      this.squashed = new float[n];
      this.ofCell = new float[n];
    }

    @Override
    public void forward(float[] v, float[] h) {
      activate(v);
      remember(v, h);
      System.arraycopy(h, n, h, 0, n);
      FloatFunctions.tanh(h, n);
      for (int k = 0; k < n; k++) {
        h[k] *= v[2 * n + k];
      }
    }

    /** tanh(u) = 2 sigmoid(2 u) - 1, so that one pass serves all four blocks. */
    private void activate(float[] v) {
      for (int k = 0; k < n; k++) {
        v[k] += v[k];
      }
      FloatFunctions.sigmoid(v, LstmCell.PRE_ACTIVATIONS * n);
      for (int k = 0; k < n; k++) {
        v[k] = 2f * v[k] - 1f;
      }
    }

    private void remember(float[] v, float[] h) {
      for (int k = 0; k < n; k++) {
        h[n + k] = v[n + k] * h[n + k] + v[3 * n + k] * v[k];
      }
    }

    @Override
    public void adjoint(float[] saved, float[] h, float[] d) {
      nextCell(saved, h);
      FloatFunctions.tanh(squashed, n);
      outputGate(saved, d);
      inputGate(saved);
      forgetGate(saved, h, d);
    }

    private void nextCell(float[] saved, float[] h) {
      for (int k = 0; k < n; k++) {
        squashed[k] = saved[n + k] * h[n + k] + saved[3 * n + k] * saved[k];
      }
    }

    /** From dL/dh' and dL/dc' to all of dL/dc', and to dL/dw_o. */
    private void outputGate(float[] saved, float[] d) {
      for (int k = 0; k < n; k++) {
        float o = saved[2 * n + k];
        ofCell[k] = d[n + k] + d[k] * o * (1f - squashed[k] * squashed[k]);
      }
      for (int k = 0; k < n; k++) {
        float o = saved[2 * n + k];
        saved[2 * n + k] = d[k] * squashed[k] * o * (1f - o);
      }
    }

    private void inputGate(float[] saved) {
      for (int k = 0; k < n; k++) {
        float a = saved[k];
        float i = saved[3 * n + k];
        saved[k] = ofCell[k] * i * (1f - a * a);
        saved[3 * n + k] = ofCell[k] * a * i * (1f - i);
      }
    }

    private void forgetGate(float[] saved, float[] h, float[] d) {
      for (int k = 0; k < n; k++) {
        float f = saved[n + k];
        d[k] = 0f;
        d[n + k] = ofCell[k] * f;
        saved[n + k] = ofCell[k] * h[n + k] * f * (1f - f);
      }
    }

    @Override
    public double[][] sums() {
      return new double[0][];
    }
  }
}
