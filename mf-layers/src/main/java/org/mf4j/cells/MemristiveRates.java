package org.mf4j.cells;

import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.math.FloatFunctions;

/**
 * p = deltaT K_p and d = deltaT K_d of a block of series as functions of g, and their adjoints. The
 * exponentials are taken about the middle of g's range, which halves their largest argument: p =
 * P_c exp(p1 (g - c)).
 */
final class MemristiveRates {
  /** The number of entries of every array. */
  final int n;

  /** deltaT K_p of the step at hand. */
  final float[] p;

  /** deltaT K_d of the step at hand. */
  final float[] d;

  /** The stabiliser, repeated for every series. */
  final float[] gamma;

  private final boolean rescales;
  private final float centre;
  private final float p1;
  private final float[] pCentre;
  private final float d1;
  private final float[] dCentre;
  private final int pSquarings;
  private final int dSquarings;

  MemristiveRates(StepCoefficients coefficients, int rows, boolean rescales) {
    this.n = rows * coefficients.gamma().length;
    this.rescales = rescales;
    this.centre = rescales ? 0.5f : 0f;
    this.p = new float[n];
    this.d = new float[n];
    this.gamma = repeated(coefficients.gamma(), rows);
    this.p1 = (float) coefficients.potentiationSlope();
    this.d1 = (float) coefficients.depressionSlope();
    this.pCentre =
        centred(coefficients.potentiationOffset(), coefficients.potentiationSlope(), rows);
    this.dCentre = centred(coefficients.depressionOffset(), coefficients.depressionSlope(), rows);
    this.pSquarings = squarings(coefficients.potentiationSlope());
    this.dSquarings = squarings(coefficients.depressionSlope());
  }

  /** Replaces v by g = sigmoid(v), or leaves it where the drive is u itself. */
  void drive(float[] v) {
    if (rescales) {
      FloatFunctions.sigmoid(v, n);
    }
  }

  /** Sets p and d for the drive g. */
  void evaluate(float[] g) {
    rate(g, p1, pCentre, pSquarings, p);
    rate(g, d1, dCentre, dSquarings, d);
  }

  /** The largest p + d that any drive gives, or infinity where the drive is not bounded. */
  double bound() {
    double bound = 0;
    for (int i = 0; i < n && rescales; i++) {
      bound =
          Math.max(
              bound,
              pCentre[i] * Math.exp(Math.abs(p1) / 2) + dCentre[i] * Math.exp(Math.abs(d1) / 2));
    }
    return rescales ? bound : Double.POSITIVE_INFINITY;
  }

  /**
   * From dL/d ln p and dL/d ln d to dL/dv.
   *
   * @param dLogP dL/d ln p
   * @param dLogD dL/d ln d
   * @param g the drive; replaced by dL/dv
   */
  void adjoint(float[] dLogP, float[] dLogD, float[] g) {
    if (rescales) {
      for (int i = 0; i < n; i++) {
        g[i] = g[i] * (1f - g[i]) * (dLogP[i] * p1 + dLogD[i] * d1);
      }
    } else {
      for (int i = 0; i < n; i++) {
        g[i] = dLogP[i] * p1 + dLogD[i] * d1;
      }
    }
  }

  private void rate(float[] g, float slope, float[] atCentre, int squarings, float[] rate) {
    FloatFunctions.exp(g, rate, n, slope, centre, squarings);
    for (int i = 0; i < n; i++) {
      rate[i] = rate[i] * atCentre[i];
    }
  }

  private int squarings(double slope) {
    return rescales ? FloatFunctions.squarings(Math.abs(slope) * centre) : -1;
  }

  private float[] centred(double[] offsets, double slope, int rows) {
    double[] values = new double[offsets.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(offsets[i] + slope * centre);
    }
    return repeated(values, rows);
  }

  private static float[] repeated(double[] perNeuron, int rows) {
    float[] all = new float[rows * perNeuron.length];
    int n = perNeuron.length;
    for (int i = 0; i < n; i++) {
      all[i] = (float) perNeuron[i];
    }
    for (int row = 1; row < rows; row++) {
      System.arraycopy(all, 0, all, row * n, n);
    }
    return all;
  }
}
