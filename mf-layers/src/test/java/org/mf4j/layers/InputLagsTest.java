package org.mf4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.factory.Nd4j;

/** Differences at several lags against their definition, on series with gaps. */
class InputLagsTest {
  private static final int BATCH = 3;
  private static final int CHANNELS = 2;
  private static final int STEPS = 12;
  private static final int[] LAGS = {1, 3};
  private static final SeededRandom RANDOM = new SeededRandom(1);
  private static final double[] X = numbers(BATCH * CHANNELS * STEPS);
  private static final boolean[][] PRESENT = present();

  @Test
  void areWhatTheirDefinitionSays() {
    double[] out = differences(PRESENT).of(X.clone(), noPast());
    for (int b = 0; b < BATCH; b++) {
      for (int c = 0; c < CHANNELS; c++) {
        for (int t = 0; t < STEPS; t++) {
          double now = PRESENT[b][t] ? x(b, c, t) : 0;
          assertThat(out[at(b, 0, c, t)]).isEqualTo(now);
          for (int k = 0; k < LAGS.length; k++) {
            int before = PRESENT[b][t] ? presentBefore(b, t, LAGS[k]) : -1;
            double expected = before < 0 ? 0 : 2 * (now - x(b, c, before));
            assertThat(out[at(b, k + 1, c, t)]).isCloseTo(expected, within(1e-12));
          }
        }
      }
    }
  }

  /** The map is linear, so its adjoint satisfies g . D(x) = D'(g) . x. */
  @Test
  void theGradientIsTheAdjoint() {
    Differences differences = differences(PRESENT);
    double[] gradient = numbers(3 * X.length);
    double[] dx = differences.back(gradient, noPast());
    assertThat(dot(dx, X))
        .isCloseTo(dot(gradient, differences.of(X.clone(), noPast())), within(1e-9));
  }

  @Test
  void aStreamRemembersAsManyStepsAsTheLongestLag() {
    boolean[][] all = new boolean[BATCH][STEPS];
    Arrays.stream(all).forEach(row -> Arrays.fill(row, true));
    double[] whole = differences(all).of(X.clone(), noPast());
    double[] past = noPast();
    for (int t = 0; t < STEPS; t++) {
      double[] step = new double[BATCH * CHANNELS];
      for (int line = 0; line < step.length; line++) {
        step[line] = X[line * STEPS + t];
      }
      double[] out = new Differences(2, LAGS, CHANNELS, StepMask.of(null, BATCH, 1)).of(step, past);
      for (int row = 0; row < out.length; row++) {
        assertThat(out[row]).isEqualTo(whole[row * STEPS + t]);
      }
    }
  }

  @Test
  void refusesImpossibleOptions() {
    assertThatThrownBy(() -> new InputDifferences(1, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lag = 0: must be at least 1");
    assertThat(new InputDifferences(3)).isEqualTo(new InputDifferences(3, 1));
    assertThat(new InputDifferences(3, 1, 4)).isNotEqualTo(new InputDifferences(3, 1));
  }

  private static Differences differences(boolean[][] present) {
    double[][] mask = new double[BATCH][STEPS];
    for (int b = 0; b < BATCH; b++) {
      for (int t = 0; t < STEPS; t++) {
        mask[b][t] = present[b][t] ? 1 : 0;
      }
    }
    return new Differences(2, LAGS, CHANNELS, StepMask.of(Nd4j.create(mask), BATCH, STEPS));
  }

  private static double x(int b, int c, int t) {
    return X[(b * CHANNELS + c) * STEPS + t];
  }

  private static int at(int b, int view, int c, int t) {
    return ((b * 3 + view) * CHANNELS + c) * STEPS + t;
  }

  /** The step that lies {@code lag} present steps before t, or -1. */
  private static int presentBefore(int b, int t, int lag) {
    int left = lag;
    for (int before = t - 1; before >= 0; before--) {
      left -= PRESENT[b][before] ? 1 : 0;
      if (left == 0) {
        return before;
      }
    }
    return -1;
  }

  private static boolean[][] present() {
    boolean[][] present = new boolean[BATCH][STEPS];
    for (boolean[] row : present) {
      for (int t = 0; t < STEPS; t++) {
        row[t] = RANDOM.nextDouble() < 0.7;
      }
    }
    return present;
  }

  private static double[] noPast() {
    double[] past = new double[BATCH * CHANNELS * 3];
    Arrays.fill(past, Double.NaN);
    return past;
  }

  private static double[] numbers(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> RANDOM.nextGaussian());
    return numbers;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
