package org.mf4j.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The largest errors that the documentation states, swept over the whole domain. */
class FloatFunctionsTest {
  private static final int BLOCK = 4096;

  /** A function over the first entries of an array, in place. */
  private interface InPlace {
    void apply(float[] x, int n);
  }

  private static float[] applied(InPlace function, float... x) {
    float[] copy = x.clone();
    function.apply(copy, copy.length);
    return copy;
  }

  private static float[] ones(int n) {
    float[] ones = new float[n];
    Arrays.fill(ones, 1f);
    return ones;
  }

  private static InPlace exp(int squarings) {
    return (x, n) -> FloatFunctions.exp(x, ones(n), x, n, 1f, 0f, squarings);
  }

  /** Every 509th float from 0 to infinity, of both signs: four million arguments. */
  private static double largestError(InPlace function, DoubleUnaryOperator exact) {
    double largest = 0;
    int bits = 0;
    while (bits < Float.floatToIntBits(Float.POSITIVE_INFINITY)) {
      float[] x = new float[BLOCK];
      for (int i = 0; i < BLOCK; i++) {
        float value = Float.intBitsToFloat(bits);
        x[i] = i % 2 == 0 ? value : -value;
        bits = Math.min(bits + 509, Float.floatToIntBits(Float.POSITIVE_INFINITY));
      }
      float[] y = applied(function, x);
      for (int i = 0; i < BLOCK; i++) {
        largest = Math.max(largest, Math.abs(y[i] - exact.applyAsDouble(x[i])));
      }
    }
    return largest;
  }

  @Test
  void sigmoidIsWithinItsBoundForEveryFloat() {
    assertThat(largestError(FloatFunctions::sigmoid, x -> 1 / (1 + Math.exp(-x))))
        .isBetween(1e-8, 1.3e-7);
  }

  @Test
  void tanhIsWithinItsBoundForEveryFloat() {
    assertThat(largestError(FloatFunctions::tanh, Math::tanh)).isBetween(1e-8, 3e-7);
  }

  @Test
  void saturationIsClean() {
    assertThat(applied(FloatFunctions::sigmoid, 1e30f, -1e30f, Float.MAX_VALUE)[0]).isEqualTo(1f);
    assertThat(applied(FloatFunctions::sigmoid, -1e30f)[0]).isBetween(0f, 3e-8f);
    assertThat(applied(FloatFunctions::tanh, 1e30f, -1e30f)).containsExactly(1f, -1f);
    assertThat(applied(FloatFunctions::tanh, Float.POSITIVE_INFINITY)).containsExactly(1f);
    assertThat(applied(FloatFunctions::sigmoid, 0f)).containsExactly(0.5f);
    assertThat(applied(FloatFunctions::tanh, 0f)).containsExactly(0f);
  }

  @Test
  void nanStaysNaN() {
    for (int squarings = -1; squarings < 7; squarings++) {
      int k = squarings;
      assertThat(applied(exp(k), Float.NaN)).containsOnly(Float.NaN);
      assertThat(applied((x, n) -> FloatFunctions.expm1(x, n, k), Float.NaN))
          .containsOnly(Float.NaN);
    }
    assertThat(applied(FloatFunctions::sigmoid, Float.NaN)).containsOnly(Float.NaN);
    assertThat(applied(FloatFunctions::tanh, Float.NaN)).containsOnly(Float.NaN);
  }

  @Test
  void exponentialsAreWithinTheirRelativeBounds() {
    for (int squarings = 0; squarings <= 6; squarings++) {
      int k = squarings;
      double bound = 2e-7 * (1 << squarings);
      float range = 0.56f * (1 << squarings);
      for (int i = -100_000; i <= 100_000; i++) {
        float x = range * i / 100_000f;
        float exp = applied(exp(k), x)[0];
        float expm1 = applied((a, n) -> FloatFunctions.expm1(a, n, k), x)[0];
        if (Math.abs(exp - Math.exp(x)) > bound * Math.exp(x)
            || Math.abs(expm1 - Math.expm1(x)) > bound * Math.abs(Math.expm1(x))) {
          assertThat(x).as("exp %s, expm1 %s, %s squarings", exp, expm1, k).isNull();
        }
      }
    }
  }

  @Test
  void slopeAndCentreAreThoseOfTheArgument() {
    float[] y = new float[1];
    FloatFunctions.exp(
        new float[] {0.75f}, new float[] {3}, y, 1, 8f, 0.5f, FloatFunctions.squarings(2));
    assertThat(Math.abs(y[0] - 3 * Math.exp(2))).isLessThan(8e-7 * 3 * Math.exp(2));
  }

  @Test
  void smallArgumentsOfExpm1KeepTheirDigits() {
    for (float x = 1e-30f; x < 0.1f; x *= 3) {
      float y = applied((a, n) -> FloatFunctions.expm1(a, n, 3), x)[0];
      assertThat(Math.abs(y - Math.expm1(x))).isLessThanOrEqualTo(1e-6 * Math.expm1(x));
    }
  }

  @Test
  void squaringsReachTheBoundOrSayThatTheyCannot() {
    assertThat(FloatFunctions.squarings(0.56)).isZero();
    assertThat(FloatFunctions.squarings(0.57)).isEqualTo(1);
    assertThat(FloatFunctions.squarings(4)).isEqualTo(3);
    assertThat(FloatFunctions.squarings(35.8)).isEqualTo(6);
    assertThat(FloatFunctions.squarings(36)).isNegative();
    assertThat(FloatFunctions.squarings(Double.POSITIVE_INFINITY)).isNegative();
    assertThat(applied(exp(-1), 50f)[0]).isEqualTo((float) Math.exp(50));
  }
}
