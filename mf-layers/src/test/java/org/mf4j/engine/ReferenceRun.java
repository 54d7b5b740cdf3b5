package org.mf4j.engine;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.Rescale;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.dynamics.stochastic.NoiseSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The layers written out slowly from their equations, one number at a time in double precision: the
 * oracle of the engines. Shares nothing with them.
 */
public final class ReferenceRun {
  /**
   * The step of one neuron with k pre-activations, u_j = (x W + h RW + b) of its column of the j-th
   * block of N columns, and m states: from its states to those of the next step.
   */
  @FunctionalInterface
  public interface Step {
    double[] next(int neuron, double[] u, double[] h);

    /** The step of a neuron that also looks at the number of the series and of the step. */
    default double[] next(int series, int t, int neuron, double[] u, double[] h) {
      return next(neuron, u, h);
    }
  }

  /**
   * The memristive neuron with noise and jumps, gated where there are three pre-activations: the
   * process of Milano et al. (2025), whose standard deviation over a step is sigma sqrt(deltaT) for
   * Euler-Maruyama, and that of the Ornstein-Uhlenbeck process for the exact step.
   */
  public record Noisy(MemristiveDynamics d, Integration integration, DeviceNoise noise)
      implements Step {
    @Override
    public double[] next(int neuron, double[] u, double[] h) {
      throw new UnsupportedOperationException("noise has a place");
    }

    @Override
    public double[] next(int series, int t, int i, double[] u, double[] h) {
      boolean gated = u.length == 3;
      double forPotentiation = gated ? 1 / (1 + Math.exp(-u[1])) : 1;
      double forDepression = gated ? 1 / (1 + Math.exp(-u[2])) : 1;
      double potentiation = forPotentiation * d.kp0().at(i) * Math.exp(d.etaP().at(i) * z(i, u[0]));
      double depression = forDepression * d.kd0().at(i) * Math.exp(-d.etaD().at(i) * z(i, u[0]));
      double deltaT = d.deltaT().at(i);
      double theta = potentiation + depression + (1 - d.gamma().at(i)) / deltaT;
      double variance =
          integration == Integration.EULER
              ? deltaT
              : (1 - Math.exp(-2 * theta * deltaT)) / (2 * theta);
      NoiseSource source = new NoiseSource(noise);
      source.moveTo(series, t, i, deltaT);
      double mean = memristive(d, integration, i, u[0], forPotentiation, forDepression, h[0]);
      double largest = noise.amplitudes().largest();
      double up = 0.5 + (potentiation / theta - h[0]) / (2 * (1 + 2 * largest));
      double jump = source.direction() < up ? source.amplitude() : -source.amplitude();
      double spread = noise.sigma().at(i) * Math.sqrt(variance);
      return new double[] {mean + spread * source.normal() + (source.amplitude() > 0 ? jump : 0)};
    }

    private double z(int i, double u) {
      return d.drive() instanceof Rescale r
          ? (r.upper() - r.lower()) / (1 + Math.exp(-d.slope().at(i) * u)) + r.lower()
          : u;
    }
  }

  /** A neuron with one pre-activation and one state. */
  @FunctionalInterface
  public interface Formula {
    double next(int neuron, double u, double h);
  }

  /** A neuron with one pre-activation and one state, among wider ones. */
  public record Simple(Formula formula) implements Step {
    public double next(int neuron, double u, double h) {
      return formula.next(neuron, u, h);
    }

    @Override
    public double[] next(int neuron, double[] u, double[] h) {
      return new double[] {next(neuron, u[0], h[0])};
    }
  }

  private final double[][][] states;
  private final double[][][] activations;

  private ReferenceRun(int batch, int neurons, int width, int steps) {
    this.states = new double[batch][width][steps];
    this.activations = new double[batch][neurons][steps];
  }

  /** Eqs. (8)-(12), or the exact solution of eq. (5) over one step. */
  public static Simple memristive(MemristiveDynamics d, Integration integration) {
    return new Simple((i, u, h) -> memristive(d, integration, i, u, 1, 1, h));
  }

  /** The same with the rates K_p and K_d multiplied by the sigmoids of two more pre-activations. */
  public static Step gated(MemristiveDynamics d, Integration integration) {
    return (i, u, h) ->
        new double[] {
          memristive(
              d, integration, i, u[0], 1 / (1 + Math.exp(-u[1])), 1 / (1 + Math.exp(-u[2])), h[0])
        };
  }

  private static double memristive(
      MemristiveDynamics d,
      Integration integration,
      int i,
      double u,
      double openForPotentiation,
      double openForDepression,
      double h) {
    double z =
        d.drive() instanceof Rescale r
            ? (r.upper() - r.lower()) / (1 + Math.exp(-d.slope().at(i) * u)) + r.lower()
            : u;
    double potentiation = openForPotentiation * d.kp0().at(i) * Math.exp(d.etaP().at(i) * z);
    double depression = openForDepression * d.kd0().at(i) * Math.exp(-d.etaD().at(i) * z);
    double deltaT = d.deltaT().at(i);
    double gamma = d.gamma().at(i);
    if (integration == Integration.EULER) {
      double q = (potentiation + depression) * h;
      return deltaT * (potentiation - q) + gamma * h;
    }
    double decay = potentiation + depression + (1 - gamma) / deltaT;
    double fixedPoint = potentiation / decay;
    return fixedPoint + (h - fixedPoint) * Math.exp(-deltaT * decay);
  }

  public static Simple leaky(double leakRate) {
    return new Simple((i, u, h) -> (1 - leakRate) * h + leakRate * Math.tanh(u));
  }

  /** Gers et al. (2000) without peepholes; u, w_f, w_o, w_i and h, c. */
  public static Step lstm() {
    return (i, u, h) -> {
      double cell = sigmoid(u[1]) * h[1] + sigmoid(u[3]) * Math.tanh(u[0]);
      return new double[] {sigmoid(u[2]) * Math.tanh(cell), cell};
    };
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /**
   * Runs the series.
   *
   * @param step the neurons
   * @param w {@code [nIn,k N]}
   * @param rw {@code [N,k N]}
   * @param b {@code [1,k N]}
   * @param x {@code [B,nIn,T]}
   * @param mask {@code [B,T]}, or null
   * @param initialState {@code [B,m N]}
   */
  public static ReferenceRun of(
      Step step,
      INDArray w,
      INDArray rw,
      INDArray b,
      INDArray x,
      INDArray mask,
      INDArray initialState) {
    int n = (int) rw.size(0);
    int columns = (int) rw.size(1);
    int width = (int) initialState.size(1);
    ReferenceRun run = new ReferenceRun((int) x.size(0), n, width, (int) x.size(2));
    for (int series = 0; series < x.size(0); series++) {
      double[] h = initialState.getRow(series).toDoubleVector();
      for (int t = 0; t < x.size(2); t++) {
        boolean present = mask == null || mask.getDouble(series, t) != 0;
        double[] next = h.clone();
        for (int i = 0; i < n && present; i++) {
          double[] u = new double[columns / n];
          for (int j = 0; j < u.length; j++) {
            u[j] = preActivation(w, rw, b, x, series, t, h, j * n + i);
          }
          double[] own = new double[width / n];
          for (int j = 0; j < own.length; j++) {
            own[j] = h[j * n + i];
          }
          own = step.next(series, t, i, u, own);
          for (int j = 0; j < own.length; j++) {
            next[j * n + i] = own[j];
          }
        }
        h = next;
        for (int i = 0; i < width; i++) {
          run.states[series][i][t] = h[i];
        }
        for (int i = 0; i < n; i++) {
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
    for (int j = 0; j < rw.size(0); j++) {
      u += h[j] * rw.getDouble(j, i);
    }
    return u;
  }

  /** {@code [B,N,T]}, 0 at absent steps. */
  public INDArray activations() {
    return Nd4j.createFromArray(activations);
  }

  /** {@code [B,m N]}, carried over absent steps. */
  public INDArray lastState() {
    INDArray all = Nd4j.createFromArray(states);
    return all.tensorAlongDimension((int) all.size(2) - 1, 0, 1).dup();
  }
}
