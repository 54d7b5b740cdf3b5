package org.mf4j.cells;

import org.mf4j.math.FloatFunctions;

/**
 * The exact step: h' = m + (h - m) e with q = p + d + 1 - gamma, m = p/q, e = exp(-q), where p =
 * deltaT K_p and d = deltaT K_d.
 */
final class ExactBlock implements StepBlock {
  private final MemristiveRates rates;
  private final RateSums sums;
  private final int squarings;
  private final float[] q;
  private final float[] m;
  private final float[] e;
  private final float[] dLogP;
  private final float[] dLogD;

  ExactBlock(MemristiveRates rates, RateSums sums) {
    this.rates = rates;
    this.sums = sums;
    this.squarings = FloatFunctions.squarings(rates.bound() + 1);
    this.q = new float[rates.n];
    this.m = new float[rates.n];
    this.e = new float[rates.n];
    this.dLogP = new float[rates.n];
    this.dLogD = new float[rates.n];
  }

  @Override
  public void forward(float[] v, float[] h) {
    rates.drive(v);
    evaluate(v);
    for (int i = 0; i < rates.n; i++) {
      h[i] = m[i] + (h[i] - m[i]) * e[i];
    }
  }

  @Override
  public void adjoint(float[] saved, float[] h, float[] delta) {
    evaluate(saved);
    float[] p = rates.p;
    float[] d = rates.d;
    for (int i = 0; i < rates.n; i++) {
      float dm = delta[i] * (1f - e[i]);
      float dq = -delta[i] * (h[i] - m[i]) * e[i] - dm * m[i] / q[i];
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
      delta[i] = delta[i] * e[i];
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
      e[i] = -q[i];
    }
    FloatFunctions.exp(e, rates.n, squarings);
  }
}
