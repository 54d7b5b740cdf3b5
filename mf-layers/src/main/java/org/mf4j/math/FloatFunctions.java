package org.mf4j.math;

/**
 * Sigmoid, tanh and exponential of whole float arrays.
 *
 * <p>The JIT compiler does not vectorise {@link Math#exp}; sums, products and quotients it does. So
 * every function here is a polynomial on [-1, 1] that is squared a few times. Sigmoid and tanh
 * square y = exp(x) - 1 by y (2 + y), which does not lose the small y. Every loop is short, because
 * C2 of JDK 17 gives up on long bodies. The largest errors over the whole domain are stated per
 * function and swept by a test. NaN stays NaN.
 */
public final class FloatFunctions {
  /** From here on the sigmoid differs from 0 or 1 by less than a float resolves beside 1. */
  private static final float SIGMOID_CLAMP = 17.5f;

  private static final int SIGMOID_SQUARINGS = 4;

  /** Every squaring doubles the relative error; where more were needed, Math.exp serves. */
  private static final int MAX_SQUARINGS = 5;

  private FloatFunctions() {}

  /**
   * x[i] = 1 / (1 + exp(-x[i])), within 1.3e-7 of the exact value for every float.
   *
   * @param x arguments, replaced by the results
   * @param n how many
   */
  public static void sigmoid(float[] x, int n) {
    clamp(x, n, SIGMOID_CLAMP);
    expm1(x, n, SIGMOID_SQUARINGS);
    for (int i = 0; i < n; i++) {
      x[i] = (1f + x[i]) / (2f + x[i]);
    }
  }

  /**
   * x[i] = tanh(x[i]), within 3e-7 of the exact value for every float.
   *
   * @param x arguments, replaced by the results
   * @param n how many
   */
  public static void tanh(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = 2f * x[i];
    }
    clamp(x, n, SIGMOID_CLAMP);
    expm1(x, n, SIGMOID_SQUARINGS);
    for (int i = 0; i < n; i++) {
      x[i] = x[i] / (2f + x[i]);
    }
  }

  /**
   * How often {@link #exp} squares its polynomial.
   *
   * @param bound the largest |argument|
   * @return the number of squarings; negative if the bound is too large for a polynomial
   */
  public static int squarings(double bound) {
    int squarings = 0;
    while ((1 << squarings) < bound && squarings <= MAX_SQUARINGS) {
      squarings++;
    }
    return squarings > MAX_SQUARINGS ? -1 : squarings;
  }

  /**
   * x[i] = exp(x[i]), with a relative error below 3e-7 times 2^squarings; a negative number of
   * squarings stands for {@link Math#exp}.
   *
   * @param x arguments of at most {@code 2^squarings} in modulus, replaced by the results
   * @param n how many
   * @param squarings as {@link #squarings} gives
   */
  public static void exp(float[] x, int n, int squarings) {
    if (squarings < 0) {
      for (int i = 0; i < n; i++) {
        x[i] = (float) Math.exp(x[i]);
      }
      return;
    }
    expm1(x, n, 1f / (1 << squarings));
    if (squarings == 0) {
      for (int i = 0; i < n; i++) {
        x[i] = 1f + x[i];
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      x[i] = (1f + x[i]) * (1f + x[i]);
    }
    for (int k = 1; k < squarings; k++) {
      for (int i = 0; i < n; i++) {
        x[i] = x[i] * x[i];
      }
    }
  }

  /**
   * x[i] = exp(x[i]) - 1, with a relative error below 3e-7 times 2^squarings also where x is small;
   * a negative number of squarings stands for {@link Math#expm1}.
   *
   * @param x arguments of at most {@code 2^squarings} in modulus, replaced by the results
   * @param n how many
   * @param squarings as {@link #squarings} gives
   */
  public static void expm1(float[] x, int n, int squarings) {
    if (squarings < 0) {
      for (int i = 0; i < n; i++) {
        x[i] = (float) Math.expm1(x[i]);
      }
      return;
    }
    expm1(x, n, 1f / (1 << squarings));
    for (int k = 0; k < squarings; k++) {
      for (int i = 0; i < n; i++) {
        x[i] = x[i] * (2f + x[i]);
      }
    }
  }

  private static void clamp(float[] x, int n, float bound) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(-bound, Math.min(bound, x[i]));
    }
  }

  /** exp(scale x) - 1 by its Taylor polynomial of degree 10: |scale x| at most about 1. */
  private static void expm1(float[] x, int n, float scale) {
    for (int i = 0; i < n; i++) {
      float r = scale * x[i];
      float p = 1f / 3628800f * r + 1f / 362880f;
      p = p * r + 1f / 40320f;
      p = p * r + 1f / 5040f;
      p = p * r + 1f / 720f;
      p = p * r + 1f / 120f;
      p = p * r + 1f / 24f;
      p = p * r + 1f / 6f;
      p = p * r + 0.5f;
      p = p * r + 1f;
      x[i] = p * r;
    }
  }
}
