package org.mf4j.cells;

/** Eq. (12): h' = p + h (gamma - p - d), with p = deltaT K_p and d = deltaT K_d. */
final class EulerKernel implements StepKernel {
  private final MemristiveRates rates;
  private final RateSums sums;
  private final float[] dLogP;
  private final float[] dLogD;

  EulerKernel(MemristiveRates rates, RateSums sums) {
    this.rates = rates;
    this.sums = sums;
    this.dLogP = new float[rates.n];
    this.dLogD = new float[rates.n];
  }

  @Override
  public void forward(float[] v, float[] h) {
    rates.drive(v);
    rates.evaluate(v);
    float[] p = rates.p;
    float[] d = rates.d;
    float[] gamma = rates.gamma;
    for (int i = 0; i < rates.n; i++) {
      h[i] = p[i] + h[i] * (gamma[i] - p[i] - d[i]);
    }
  }

  @Override
  public void adjoint(float[] saved, float[] h, float[] delta) {
    rates.evaluate(saved);
    float[] p = rates.p;
    float[] d = rates.d;
    float[] gamma = rates.gamma;
    for (int i = 0; i < rates.n && sums.isUsed(); i++) {
      sums.addGamma(i, delta[i] * h[i]);
    }
    for (int i = 0; i < rates.n; i++) {
      dLogP[i] = delta[i] * (1f - h[i]) * p[i];
    }
    for (int i = 0; i < rates.n; i++) {
      float dh = delta[i];
      dLogD[i] = -dh * h[i] * d[i];
      delta[i] = dh * (gamma[i] - p[i] - d[i]);
    }
    if (sums.isUsed()) {
      sums.add(dLogP, dLogD, saved, rates.n);
    }
    rates.adjoint(dLogP, dLogD, saved);
  }

  @Override
  public double[][] sums() {
    return sums.values();
  }
}
