package org.mf4j.engine;

import java.util.Map;
import org.mf4j.cells.CellGraph;
import org.mf4j.cells.CellKernel;
import org.mf4j.cells.RecurrentCell;
import org.mf4j.cells.StepKernel;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A cell of two pre-activations v, w and two states h, c, as wide as an engine must bear: a leaky
 * integrator inside, of which an output gate lets a part out.
 *
 * <pre>
 *   c' = (1 - a) c + a tanh(v)        h' = c' / (1 + exp(-w))
 * </pre>
 */
record OutputGatedCell(double a) implements RecurrentCell {
  @Override
  public int preActivations() {
    return 2;
  }

  @Override
  public int states() {
    return 2;
  }

  ReferenceRun.Step reference() {
    return (i, u, h) -> {
      double inner = (1 - a) * h[1] + a * Math.tanh(u[0]);
      return new double[] {inner / (1 + Math.exp(-u[1])), inner};
    };
  }

  @Override
  public Map<String, double[]> freeConstants() {
    return Map.of();
  }

  @Override
  public CellGraph graph(
      SameDiff sd, Map<String, SDVariable> constants, int neurons, DataType dataType) {
    return new CellGraph() {
      @Override
      public SDVariable scale(SDVariable weights) {
        return weights;
      }

      @Override
      public SDVariable step(SDVariable v, SDVariable h) {
        SDVariable[] preActivations = sd.split(v, 2, 1);
        SDVariable before = sd.split(h, 2, 1)[1];
        SDVariable inner = before.mul(1 - a).add(sd.math().tanh(preActivations[0]).mul(a));
        return sd.concat(1, inner.mul(sd.nn().sigmoid(preActivations[1])), inner);
      }
    };
  }

  @Override
  public CellKernel kernel(Map<String, double[]> constants, int neurons) {
    return new CellKernel() {
      @Override
      public double[] scale() {
        return new double[0];
      }

      @Override
      public StepKernel step(int rows) {
        return new Step((float) a, rows * neurons);
      }

      @Override
      public Map<String, double[]> constantGradients(double[][] sums, double[] scaleGradient) {
        return Map.of();
      }
    };
  }

  /** Saved: tanh(v) and the gate. */
  private record Step(float a, int n) implements StepKernel {
    @Override
    public void forward(float[] v, float[] h) {
      for (int i = 0; i < n; i++) {
        v[i] = (float) Math.tanh(v[i]);
        v[n + i] = (float) (1 / (1 + Math.exp(-v[n + i])));
        h[n + i] = (1 - a) * h[n + i] + a * v[i];
        h[i] = h[n + i] * v[n + i];
      }
    }

    @Override
    public void adjoint(float[] saved, float[] h, float[] d) {
      for (int i = 0; i < n; i++) {
        float driven = saved[i];
        float gate = saved[n + i];
        float inner = (1 - a) * h[n + i] + a * driven;
        float ofInner = d[n + i] + d[i] * gate;
        saved[i] = ofInner * a * (1 - driven * driven);
        saved[n + i] = d[i] * inner * gate * (1 - gate);
        d[i] = 0;
        d[n + i] = (1 - a) * ofInner;
      }
    }

    @Override
    public double[][] sums() {
      return new double[0][];
    }
  }

  @Override
  public void requireNeurons(int nOut) {
    // It fits every layer.
  }

  @Override
  public String stability(Map<String, double[]> constants) {
    return "a mean of numbers of (-1, 1) is bounded, so an input or a weight is not finite";
  }
}
