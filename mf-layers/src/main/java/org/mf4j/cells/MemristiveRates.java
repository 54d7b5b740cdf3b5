package org.mf4j.cells;

import org.mf4j.dynamics.StepCoefficients;
import org.mf4j.math.FloatFunctions;

/**
 * p = deltaT K_p and d = deltaT K_d of some series as functions of g, and their adjoints. With
 * gates p = deltaT a_p K_p and d = deltaT a_d K_d; the planes of a_p and a_d follow that of g.
 */
final class MemristiveRates {
  /** Beyond it the exact step is at its fixed point, to the last bit of a double. */
  static final double LARGEST = 1e30;

  /** The number of entries of every array. */
  final int n;

  /** deltaT K_p of the step at hand. */
  final float[] p;

  /** deltaT K_d of the step at hand. */
  final float[] d;

  /** The stabiliser, repeated for every series. */
  final float[] gamma;

  private final boolean rescales;
  private final boolean gated;
  private final Rate potentiation;
  private final Rate depression;
  private final boolean limited;

  /**
   * Rates of a block of series.
   *
   * @param coefficients the constants
   * @param rows the number of series
   * @param rescales whether the drive is rescaled
   * @param gated whether there are gates
   * @param divides whether a step divides by p + d, which must then be neither 0 nor infinite
   */
  MemristiveRates(
      StepCoefficients coefficients, int rows, boolean rescales, boolean gated, boolean divides) {
    this.n = rows * coefficients.gamma().length;
    this.rescales = rescales;
    this.gated = gated;
    this.p = new float[n];
    this.d = new float[n];
    this.gamma = Rate.repeated(coefficients.gamma(), rows);
    this.potentiation =
        new Rate(
            coefficients.potentiationSlope(), coefficients.potentiationOffset(), rows, rescales);
    this.depression =
        new Rate(coefficients.depressionSlope(), coefficients.depressionOffset(), rows, rescales);
    this.limited = divides && (gated || !(least() > Float.MIN_NORMAL && bound() < LARGEST));
  }

  /** Replaces v by g = sigmoid(v) and the gates, or leaves it where the drive is u itself. */
  void drive(float[] v) {
    if (rescales) {
      FloatFunctions.sigmoid(v, gated ? 3 * n : n);
    }
  }

  /** Sets p and d for the drive g. */
  void evaluate(float[] g) {
    potentiation.evaluate(g, p, n);
    depression.evaluate(g, d, n);
    if (gated) {
      slow(p, g, n);
      slow(d, g, 2 * n);
    }
    if (limited) {
      limit(p);
      limit(d);
    }
  }

  private void limit(float[] rate) {
    for (int i = 0; i < n; i++) {
      rate[i] = Math.min(rate[i] + Float.MIN_NORMAL, (float) LARGEST);
    }
  }

  private void slow(float[] rate, float[] gates, int first) {
    for (int i = 0; i < n; i++) {
      rate[i] = rate[i] * gates[first + i];
    }
  }

  /** dL/dw from dL/d ln a, which is dL/d ln of the rate: d ln a/dw = 1 - a. */
  private void adjointOfGates(float[] dLogRate, float[] gates, int first) {
    for (int i = 0; i < n; i++) {
      gates[first + i] = dLogRate[i] * (1f - gates[first + i]);
    }
  }

  /** The largest p + d that any drive gives, or infinity where the drive is not bounded. */
  double bound() {
    double bound = 0;
    for (int i = 0; i < n && rescales; i++) {
      bound = Math.max(bound, potentiation.bound(i) + depression.bound(i));
    }
    return rescales ? bound : Double.POSITIVE_INFINITY;
  }

  /** The smallest p that a rescaled drive gives, or d where that is smaller. */
  private double least() {
    double least = rescales ? Double.POSITIVE_INFINITY : 0;
    for (int i = 0; i < n && rescales; i++) {
      least = Math.min(least, Math.min(potentiation.least(i), depression.least(i)));
    }
    return least;
  }

  /**
   * From dL/d ln p and dL/d ln d to dL/dv.
   *
   * @param dLogP dL/d ln p; overwritten
   * @param dLogD dL/d ln d; overwritten
   * @param g the drive and the gates; replaced by dL/dv
   */
  void adjoint(float[] dLogP, float[] dLogD, float[] g) {
    if (gated) {
      adjointOfGates(dLogP, g, n);
      adjointOfGates(dLogD, g, 2 * n);
    }
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

  /**
   * deltaT K_p or deltaT K_d of a block of series as a function of g. The exponential is taken
   * about the middle c of g's range, which halves its largest argument: rate = atCentre exp(slope
   * (g - c)). A slope that all neurons share is a factor of the exponential's own loop; one per
   * neuron costs a loop of its own.
   */
  private static final class Rate {
    private static final float[] SHARED = {};

    /** The shared slope, or 1 where every neuron has its own. */
    final float slope;

    private final float[] slopes;
    private final float[] atCentre;

    /**
     * Logarithms of the rates at g = 0, for drives so wide that a factor would over- or underflow.
     */
    private final double[] offsets;

    private final float centre;
    private final int squarings;

    /**
     * A rate of a block.
     *
     * @param slopes one per neuron
     * @param offsets logarithm of the rate at g = 0, one per neuron
     * @param rows the number of series
     * @param rescales whether g lies in (0, 1); any number otherwise
     */
    Rate(double[] slopes, double[] offsets, int rows, boolean rescales) {
      this.offsets = offsets.clone();
      double steepest = 0;
      boolean shared = true;
      this.centre = rescales ? 0.5f : 0f;
      double[] values = new double[offsets.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.exp(offsets[i] + slopes[i] * centre);
        steepest = Math.max(steepest, Math.abs(slopes[i]));
        shared &= slopes[i] == slopes[0];
      }
      this.atCentre = repeated(values, rows);
      this.slope = shared ? (float) slopes[0] : 1f;
      this.slopes = shared ? SHARED : repeated(slopes, rows);
      this.squarings = rescales ? FloatFunctions.squarings(steepest * centre) : -1;
    }

    /** Sets the first n rates for the drive g. */
    void evaluate(float[] g, float[] rate, int n) {
      if (squarings < 0) {
        for (int i = 0; i < n; i++) {
          double steepness = slopes.length == 0 ? slope : slopes[i];
          rate[i] = (float) Math.exp(offsets[i % offsets.length] + steepness * g[i]);
        }
      } else if (slopes.length == 0) {
        FloatFunctions.exp(g, atCentre, rate, n, slope, centre, squarings);
      } else {
        for (int i = 0; i < n; i++) {
          rate[i] = slopes[i] * (g[i] - centre);
        }
        FloatFunctions.exp(rate, atCentre, rate, n, 1f, 0f, squarings);
      }
    }

    /** Multiplies by the slopes of the neurons; a shared one is left to the caller. */
    void weigh(float[] dLogRate) {
      for (int i = 0; i < slopes.length; i++) {
        dLogRate[i] = dLogRate[i] * slopes[i];
      }
    }

    /** The largest rate of entry i over g in (0, 1). */
    double bound(int i) {
      return atCentre[i] * Math.exp(reach(i));
    }

    /** The smallest rate of entry i over g in (0, 1). */
    double least(int i) {
      return atCentre[i] * Math.exp(-reach(i));
    }

    /** How far the exponent goes to both sides of the centre. */
    private double reach(int i) {
      return Math.abs(slopes.length == 0 ? slope : slopes[i]) / 2;
    }

    /** One value per neuron, once for every series. */
    static float[] repeated(double[] perNeuron, int rows) {
      int n = perNeuron.length;
      float[] all = new float[rows * n];
      for (int i = 0; i < n; i++) {
        all[i] = (float) perNeuron[i];
      }
      for (int row = 1; row < rows; row++) {
        System.arraycopy(all, 0, all, row * n, n);
      }
      return all;
    }
  }
}
