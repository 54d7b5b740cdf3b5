package org.mf4j.cells;

import org.mf4j.math.FloatFunctions;

/**
 * The exact step: h' = h + (m - h) f with q = p + d + 1 - gamma, m = p/q, f = 1 - exp(-q), where p
 * = deltaT K_p and d = deltaT K_d. For small steps exp(-q) is close to 1, so f is computed as such.
 */
final class ExactKernel implements StepKernel {
  private final MemristiveRates rates;
  private final RateSums sums;
  private final int squarings;
  private final float[] q;
  private final float[] m;
  private final float[] f;
  private final float[] dLogP;
  private final float[] dLogD;

  ExactKernel(MemristiveRates rates, RateSums sums) {
    this.rates = rates;
    this.sums = sums;
    this.squarings = FloatFunctions.squarings(rates.bound() + 1);
    this.q = new float[rates.n];
    this.m = new float[rates.n];
    this.f = new float[rates.n];
    this.dLogP = new float[rates.n];
    this.dLogD = new float[rates.n];
  }

  @Override
  public void forward(float[] v, float[] h) {
    rates.drive(v);
    evaluate(v);
    for (int i = 0; i < rates.n; i++) {
      h[i] = h[i] + (m[i] - h[i]) * f[i];
    }
  }

  @Override
  public void adjoint(float[] saved, float[] h, float[] delta) {
    evaluate(saved);
    float[] p = rates.p;
    float[] d = rates.d;
    for (int i = 0; i < rates.n; i++) {
      float dm = delta[i] * f[i];
      float dq = delta[i] * (m[i] - h[i]) * (1f - f[i]) - dm * m[i] / q[i];
      dLogP[i] = (dm / q[i] + dq) * p[i];
      dLogD[i] = dq * d[i];
      m[i] = -dq;
    }
    if (sums.isUsed()) {
      sums.add(dLogP, dLogD, saved, rates.n);
      for (int i = 0; i < rates.n; i++) {
        sums.addGamma(i, m[i]);
      }
    }
    for (int i = 0; i < rates.n; i++) {
      delta[i] = delta[i] * (1f - f[i]);
    }
    rates.adjoint(dLogP, dLogD, saved);
  }

  @Override
  public double[][] sums() {
    return sums.values();
  }

  private void evaluate(float[] g) {
    rates.evaluate(g);
    float[] p = rates.p;
    float[] d = rates.d;
    float[] gamma = rates.gamma;
    for (int i = 0; i < rates.n; i++) {
      q[i] = p[i] + d[i] + (1f - gamma[i]);
    }
    for (int i = 0; i < rates.n; i++) {
      m[i] = p[i] / q[i];
    }
    for (int i = 0; i < rates.n; i++) {
      f[i] = -q[i];
    }
    FloatFunctions.expm1(f, rates.n, squarings);
    for (int i = 0; i < rates.n; i++) {
      f[i] = -f[i];
    }
  }
}
