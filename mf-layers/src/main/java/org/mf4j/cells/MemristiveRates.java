package org.mf4j.cells;

import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.math.FloatFunctions;

/** p = deltaT K_p and d = deltaT K_d of a block of series as functions of g, and their adjoints. */
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
  private final Rate potentiation;
  private final Rate depression;

  MemristiveRates(StepCoefficients coefficients, int rows, boolean rescales) {
    this.n = rows * coefficients.gamma().length;
    this.rescales = rescales;
    this.p = new float[n];
    this.d = new float[n];
    this.gamma = Rate.repeated(coefficients.gamma(), rows);
    this.potentiation =
        new Rate(
            coefficients.potentiationSlope(), coefficients.potentiationOffset(), rows, rescales);
    this.depression =
        new Rate(coefficients.depressionSlope(), coefficients.depressionOffset(), rows, rescales);
  }

  /** Replaces v by g = sigmoid(v), or leaves it where the drive is u itself. */
  void drive(float[] v) {
    if (rescales) {
      FloatFunctions.sigmoid(v, n);
    }
  }

  /** Sets p and d for the drive g. */
  void evaluate(float[] g) {
    potentiation.evaluate(g, p, n);
    depression.evaluate(g, d, n);
  }

  /** The largest p + d that any drive gives, or infinity where the drive is not bounded. */
  double bound() {
    double bound = 0;
    for (int i = 0; i < n && rescales; i++) {
      bound = Math.max(bound, potentiation.bound(i) + depression.bound(i));
    }
    return rescales ? bound : Double.POSITIVE_INFINITY;
  }

  /**
   * From dL/d ln p and dL/d ln d to dL/dv.
   *
   * @param dLogP dL/d ln p; overwritten
   * @param dLogD dL/d ln d; overwritten
   * @param g the drive; replaced by dL/dv
   */
  void adjoint(float[] dLogP, float[] dLogD, float[] g) {
    potentiation.weigh(dLogP);
    depression.weigh(dLogD);
    float p1 = potentiation.slope;
    float d1 = depression.slope;
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
}
