package org.mf4j.cells;

/** Sums of the adjoint over steps and series, per neuron, for the learned constants. */
final class RateSums {
  private final int neurons;
  private final double[][] sums;

  /**
   * Starts at zero.
   *
   * @param neurons N, or 0 where nothing is learned: nothing is summed then
   */
  RateSums(int neurons) {
    this.neurons = neurons;
    this.sums = new double[neurons == 0 ? 0 : 6][neurons];
  }

  boolean isUsed() {
    return neurons > 0;
  }

  /** Adds dL/d of the coefficients of p and d, in the order of StepGradient after the slope. */
  void add(float[] dLogP, float[] dLogD, float[] g, int n) {
    for (int i = 0; i < n; i++) {
      int neuron = i % neurons;
      sums[0][neuron] += dLogP[i] * g[i];
      sums[1][neuron] += dLogP[i];
      sums[2][neuron] += dLogD[i] * g[i];
      sums[3][neuron] += dLogD[i];
    }
  }

  void addGamma(int index, double gradient) {
    sums[4][index % neurons] += gradient;
  }

  /** Adds dL/d ln deltaT of what noise adds, beside its part by way of the rates. */
  void addNoise(int index, double gradient) {
    sums[5][index % neurons] += gradient;
  }

  double[][] values() {
    return sums;
  }
}
