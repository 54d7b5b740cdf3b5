package org.mf4j.engine;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.Rescale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layers written out slowly from their equations, one number at a time in double precision: the
 * oracle of the engines. Shares nothing with them.
 */
public final class ReferenceRun {
  /** The step of one neuron: from u = (x W + h RW + b)_i and h_i to h_i of the next step. */
  @FunctionalInterface
  public interface Step {
    double next(int neuron, double u, double h);
  }

  private final double[][][] states;
  private final double[][][] activations;

  private ReferenceRun(int batch, int neurons, int steps) {
    this.states = new double[batch][neurons][steps];
    this.activations = new double[batch][neurons][steps];
  }

  /** Eqs. (8)-(12), or the exact solution of eq. (5) over one step. */
  public static Step memristive(MemristiveDynamics d, Integration integration) {
    return (i, u, h) -> {
      double z =
          d.drive() instanceof Rescale r
              ? (r.upper() - r.lower()) / (1 + Math.exp(-d.slope().at(i) * u)) + r.lower()
              : u;
      double potentiation = d.kp0().at(i) * Math.exp(d.etaP().at(i) * z);
      double depression = d.kd0().at(i) * Math.exp(-d.etaD().at(i) * z);
      double deltaT = d.deltaT().at(i);
      double gamma = d.gamma().at(i);
      if (integration == Integration.EULER) {
        double q = (potentiation + depression) * h;
        return deltaT * (potentiation - q) + gamma * h;
      }
      double decay = potentiation + depression + (1 - gamma) / deltaT;
      double fixedPoint = potentiation / decay;
      return fixedPoint + (h - fixedPoint) * Math.exp(-deltaT * decay);
    };
  }

  public static Step leaky(double leakRate) {
    return (i, u, h) -> (1 - leakRate) * h + leakRate * Math.tanh(u);
  }

  /**
   * Runs the series.
   *
   * @param step the neurons
   * @param w {@code [nIn,N]}
   * @param rw {@code [N,N]}
   * @param b {@code [1,N]}
   * @param x {@code [B,nIn,T]}
   * @param mask {@code [B,T]}, or null
   * @param initialState {@code [B,N]}
   */
  public static ReferenceRun of(
      Step step,
      INDArray w,
      INDArray rw,
      INDArray b,
      INDArray x,
      INDArray mask,
      INDArray initialState) {
    ReferenceRun run = new ReferenceRun((int) x.size(0), (int) rw.size(0), (int) x.size(2));
    for (int series = 0; series < x.size(0); series++) {
      double[] h = initialState.getRow(series).toDoubleVector();
      for (int t = 0; t < x.size(2); t++) {
        boolean present = mask == null || mask.getDouble(series, t) != 0;
        double[] next = present ? new double[h.length] : h;
        for (int i = 0; i < h.length && present; i++) {
          next[i] = step.next(i, preActivation(w, rw, b, x, series, t, h, i), h[i]);
        }
        h = next;
        for (int i = 0; i < h.length; i++) {
          run.states[series][i][t] = h[i];
          run.activations[series][i][t] = present ? h[i] : 0;
        }
      }
    }
    return run;
  }

  private static double preActivation(
      INDArray w, INDArray rw, INDArray b, INDArray x, int series, int t, double[] h, int i) {
    double u = b.getDouble(0, i);
    for (int c = 0; c < x.size(1); c++) {
      u += x.getDouble(series, c, t) * w.getDouble(c, i);
    }
    for (int j = 0; j < h.length; j++) {
      u += h[j] * rw.getDouble(j, i);
    }
    return u;
  }

  /** {@code [B,N,T]}, 0 at absent steps. */
  public INDArray activations() {
    return Nd4j.createFromArray(activations);
  }

  /** {@code [B,N]}, carried over absent steps. */
  public INDArray lastState() {
    INDArray all = Nd4j.createFromArray(states);
    return all.tensorAlongDimension((int) all.size(2) - 1, 0, 1).dup();
  }
}
