package org.mf4j.cells;

import java.util.Arrays;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.StepDraws;
import org.mf4j.math.FloatFunctions;

/**
 * A step and what chance adds to it, {@link org.mf4j.dynamics.stochastic.DeviceNoise}: with q = p +
 * d + 1 - gamma
 *
 * <pre>
 *   h' = f(v, h) + sigma sqrt(deltaT) s(q) xi + B s A,   s = 1, or s(q)^2 = (1 - exp(-2q)) / (2q) of the exact step
 * </pre>
 *
 * What is added is linear in dL/dh', so the adjoint is that of f and its own part: s' = (exp(-2q) -
 * s^2) / (2 q s). The sign of a jump depends on p/q - h; its derivative is 0 wherever there is one.
 */
final class NoisyKernel implements StepKernel {
  private final StepKernel step;
  private final MemristiveRates rates;
  private final RateSums sums;
  private final Noise noise;
  private final float[] dLogP;
  private final float[] dLogD;
  private final float[] before;
  private float[] own = {};
  private int series;
  private int t;

  NoisyKernel(StepKernel step, MemristiveRates rates, RateSums sums, Noise noise) {
    this.step = step;
    this.rates = rates;
    this.sums = sums;
    this.noise = noise;
    this.dLogP = new float[rates.n];
    this.dLogD = new float[rates.n];
    this.before = new float[rates.n];
  }

  @Override
  public void moveTo(int toSeries, int toStep) {
    series = toSeries;
    t = toStep;
  }

  @Override
  public void forward(float[] v, float[] h) {
    System.arraycopy(h, 0, before, 0, rates.n);
    step.forward(v, h);
    noise.draw(series, t);
    noise.evaluate(rates);
    for (int i = 0; i < rates.n; i++) {
      h[i] += noise.scaled[i] * noise.s[i];
    }
    noise.addJumps(rates, before, h);
  }

  @Override
  public void adjoint(float[] saved, float[] h, float[] delta) {
    boolean depends = noise.exact || sums.isUsed();
    if (depends) {
      addOwn(saved, delta);
    }
    step.adjoint(saved, h, delta);
    for (int i = 0; depends && i < saved.length; i++) {
      saved[i] += own[i];
    }
  }

  /** Leaves dL/dv of what is added in own. */
  private void addOwn(float[] saved, float[] delta) {
    if (own.length != saved.length) {
      own = new float[saved.length];
    }
    System.arraycopy(saved, 0, own, 0, saved.length);
    rates.evaluate(own);
    noise.draw(series, t);
    noise.evaluate(rates);
    for (int i = 0; i < rates.n; i++) {
      float dq = delta[i] * noise.scaled[i] * noise.slope(i);
      dLogP[i] = dq * rates.p[i];
      dLogD[i] = dq * rates.d[i];
    }
    if (sums.isUsed()) {
      sums.add(dLogP, dLogD, own, rates.n);
      for (int i = 0; i < rates.n; i++) {
        float scaled = delta[i] * noise.scaled[i];
        sums.addGamma(i, -scaled * noise.slope(i));
        sums.addNoise(i, 0.5f * scaled * noise.s[i]);
      }
    }
    rates.adjoint(dLogP, dLogD, own);
  }

  @Override
  public double[][] sums() {
    return step.sums();
  }

  /** The draws of some series at a step, and how they spread. */
  static final class Noise {
    final boolean exact;

    /** sigma sqrt(deltaT) xi. */
    final float[] scaled;

    /** s(q). */
    final float[] s;

    private final StepDraws draws;
    private final boolean jumps;
    private final double directionSlope;
    private final int neurons;
    private final int n;
    private final int squarings;
    private final double[] drawn;
    private final double[] strength;
    private final float[] q;
    private final float[] f;

    Noise(MemristiveCell cell, MemristiveDynamics current, MemristiveRates rates, int neurons) {
      this.exact = cell.integration() == Integration.EXACT;
      this.draws = new StepDraws(cell.noise(), current.deltaT(), neurons);
      this.jumps = cell.noise().hasJumps();
      this.directionSlope = cell.noise().directionSlope();
      this.neurons = neurons;
      this.n = rates.n;
      this.squarings = FloatFunctions.squarings(2 * (rates.bound() + 1));
      this.drawn = new double[draws.planes() * n];
      this.strength = new double[neurons];
      for (int i = 0; i < neurons; i++) {
        strength[i] = cell.noise().sigma().at(i) * Math.sqrt(current.deltaT().at(i));
      }
      this.scaled = new float[n];
      this.s = new float[n];
      this.q = new float[n];
      this.f = new float[n];
      Arrays.fill(s, 1f);
    }

    void draw(int series, int t) {
      for (int first = 0; first < n; first += neurons) {
        draws.fill(series + first / neurons, t, drawn, first, n);
      }
      for (int i = 0; i < n; i++) {
        scaled[i] = (float) (strength[i % neurons] * drawn[i]);
      }
    }

    /** Sets q, and s(q) where it is not 1. */
    void evaluate(MemristiveRates rates) {
      for (int i = 0; i < n; i++) {
        // The fixed point p/q is looked at however short the step is.
        q[i] = rates.p[i] + rates.d[i] + (1f - rates.gamma[i]) + Float.MIN_NORMAL;
        f[i] = -2 * q[i];
      }
      if (exact) {
        FloatFunctions.expm1(f, n, squarings);
        for (int i = 0; i < n; i++) {
          s[i] = (float) Math.sqrt(-f[i] / (2 * q[i]));
        }
      }
    }

    /** ds/dq. */
    float slope(int i) {
      return exact ? (1f + f[i] - s[i] * s[i]) / (2 * q[i] * s[i]) : 0f;
    }

    void addJumps(MemristiveRates rates, float[] before, float[] h) {
      for (int i = 0; jumps && i < n; i++) {
        double up = 0.5 + directionSlope * (rates.p[i] / q[i] - before[i]);
        double amplitude = drawn[n + i];
        h[i] += (float) (drawn[2 * n + i] < up ? amplitude : -amplitude);
      }
    }
  }
}
