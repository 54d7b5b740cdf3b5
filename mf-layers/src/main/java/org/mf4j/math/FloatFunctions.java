package org.mf4j.math;

/**
 * Sigmoid, tanh and exponential of whole float arrays.
 *
 * <p>The JIT compiler does not vectorise {@link Math#exp}; sums, products and quotients it does. So
 * every function here is a polynomial on [-0.56, 0.56] that is squared a few times. Sigmoid and
 * tanh square y = exp(x) - 1 by y (2 + y), which does not lose the small y. Every loop is short,
 * because C2 of JDK 17 gives up on long bodies. The largest errors over the whole domain are stated
 * per function and swept by a test. NaN stays NaN.
 */
public final class FloatFunctions {
  /** From here on the sigmoid differs from 0 or 1 by less than a float resolves beside 1. */
  private static final float SIGMOID_CLAMP = 17.5f;

  private static final int SIGMOID_SQUARINGS = 5;

  /** The polynomial serves arguments up to here; the clamp / 2^SIGMOID_SQUARINGS is just below. */
  private static final double REACH = 0.56;

  /** Every squaring doubles the relative error; where more were needed, Math.exp serves. */
  private static final int MAX_SQUARINGS = 6;

  private FloatFunctions() {}

  /**
   * x[i] = 1 / (1 + exp(-x[i])), within 1.3e-7 of the exact value for every float.
   *
   * @param x arguments, replaced by the results
   * @param n how many
   */
  public static void sigmoid(float[] x, int n) {
    rootOfClampedExp(x, n, 1f);
    for (int i = 0; i < n; i++) {
      float y = x[i] * (2f + x[i]);
      x[i] = (1f + y) / (2f + y);
    }
  }

  /**
   * x[i] = tanh(x[i]), within 3e-7 of the exact value for every float.
   *
   * @param x arguments, replaced by the results
   * @param n how many
   */
  public static void tanh(float[] x, int n) {
    rootOfClampedExp(x, n, 2f);
    for (int i = 0; i < n; i++) {
      float y = x[i] * (2f + x[i]);
      x[i] = y / (2f + y);
    }
  }

  /** x[i] = exp(factor x[i] / 2) - 1; the caller's pass over the numbers squares it once more. */
  private static void rootOfClampedExp(float[] x, int n, float factor) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(-SIGMOID_CLAMP, Math.min(SIGMOID_CLAMP, factor * x[i]));
    }
    reducedExpm1(x, x, n, 1f / (1 << SIGMOID_SQUARINGS), 0f);
    squareExpm1(x, n, SIGMOID_SQUARINGS - 1);
  }

  /**
   * How often {@link #exp} squares its polynomial.
   *
   * @param bound the largest |argument|
   * @return the number of squarings; negative if the bound is too large for a polynomial
   */
  public static int squarings(double bound) {
    int squarings = 0;
    while (REACH * (1 << squarings) < bound && squarings <= MAX_SQUARINGS) {
      squarings++;
    }
    return squarings > MAX_SQUARINGS ? -1 : squarings;
  }

  /**
   * y[i] = factor[i] exp(slope (x[i] - centre)), with a relative error below 2e-7 times
   * 2^squarings; a negative number of squarings stands for {@link Math#exp}.
   *
   * @param x arguments; slope (x - centre) is at most {@code 0.56 * 2^squarings} in modulus
   * @param factor the results at the centre
   * @param y takes the results; may be x
   * @param n how many
   * @param slope factor of the argument
   * @param centre where the exponential is 1
   * @param squarings as {@link #squarings} gives
   */
  public static void exp(
      float[] x, float[] factor, float[] y, int n, float slope, float centre, int squarings) {
    if (squarings < 0) {
      for (int i = 0; i < n; i++) {
        y[i] = factor[i] * (float) Math.exp(slope * (x[i] - centre));
      }
      return;
    }
    reducedExpm1(x, y, n, slope / (1 << squarings), centre);
    if (squarings == 0) {
      for (int i = 0; i < n; i++) {
        y[i] = factor[i] * (1f + y[i]);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      float root = 1f + y[i];
      y[i] = root * root;
    }
    squareAndMultiply(y, factor, n, squarings - 1);
  }

  /** Every pass costs as much as the arithmetic in it, so the factor comes with the last square. */
  private static void squareAndMultiply(float[] y, float[] factor, int n, int squarings) {
    for (int k = 2; k < squarings; k += 2) {
      for (int i = 0; i < n; i++) {
        float square = y[i] * y[i];
        y[i] = square * square;
      }
    }
    if (squarings == 0) {
      for (int i = 0; i < n; i++) {
        y[i] = factor[i] * y[i];
      }
    } else if (squarings % 2 == 1) {
      for (int i = 0; i < n; i++) {
        y[i] = factor[i] * (y[i] * y[i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        float square = y[i] * y[i];
        y[i] = factor[i] * (square * square);
      }
    }
  }

  /**
   * x[i] = exp(x[i]) - 1, with a relative error below 2e-7 times 2^squarings also where x is small;
   * a negative number of squarings stands for {@link Math#expm1}.
   *
   * @param x arguments of at most {@code 0.56 * 2^squarings} in modulus, replaced by the results
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
    reducedExpm1(x, x, n, 1f / (1 << squarings), 0f);
    squareExpm1(x, n, squarings);
  }

  /** From exp(r) - 1 to exp(2^squarings r) - 1. */
  private static void squareExpm1(float[] x, int n, int squarings) {
    for (int k = 0; k + 1 < squarings; k += 2) {
      for (int i = 0; i < n; i++) {
        float square = x[i] * (2f + x[i]);
        x[i] = square * (2f + square);
      }
    }
    if (squarings % 2 == 1) {
      for (int i = 0; i < n; i++) {
        x[i] = x[i] * (2f + x[i]);
      }
    }
  }

  /**
   * y = exp(r) - 1 with r = scale (x - centre): r times the polynomial of degree 6 whose largest
   * relative distance from (exp(r) - 1)/r on [-0.56, 0.56] is least, 7e-9, by Lawson's iteration.
   */
  private static void reducedExpm1(float[] x, float[] y, int n, float scale, float centre) {
    for (int i = 0; i < n; i++) {
      float r = scale * (x[i] - centre);
      float p = 1.984115e-4f * r + 1.402489e-3f;
      p = p * r + 8.333807e-3f;
      p = p * r + 4.166455e-2f;
      p = p * r + 0.1666666f;
      p = p * r + 0.50000006f;
      p = p * r + 1f;
      y[i] = p * r;
    }
  }
}
