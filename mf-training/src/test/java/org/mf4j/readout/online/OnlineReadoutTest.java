package org.mf4j.readout.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LinearModel;
import org.mf4j.readout.Ridge;
import org.mf4j.readout.RidgeOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class OnlineReadoutTest {
  private static final int TARGETS = 2;

  /** After one pass, with lambda = 1 / delta; the intercept is not penalised in either. */
  @Property(tries = 30)
  void recursiveLeastSquaresIsRidge(
      @ForAll @IntRange(min = 1, max = 60) int examples,
      @ForAll @IntRange(min = 1, max = 20) int features,
      @ForAll @DoubleRange(min = 0.01, max = 100) double lambda,
      @ForAll long seed) {
    double[][] h = shifted(examples, features, seed);
    double[][] y = shifted(examples, TARGETS, seed + 1);
    RecursiveLeastSquares readout = new RecursiveLeastSquares(features, TARGETS, 1, 1 / lambda);
    learn(readout, h, y);
    assertClose(readout.model(), Ridge.fit(Nd4j.create(h), Nd4j.create(y), lambda));
  }

  /** Weights phi^(n-i) and penalty phi^n / delta, solved at once. */
  @Test
  void forgettingIsARidgeThatWeighsOldExamplesLess() {
    int n = 40;
    double forgetting = 0.9;
    double[][] h = shifted(n, 5, 1);
    double[][] y = shifted(n, TARGETS, 2);
    RecursiveLeastSquares readout = new RecursiveLeastSquares(5, TARGETS, forgetting, 10);
    learn(readout, h, y);
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = Math.pow(forgetting, n - 1 - i);
    }
    RidgeOptions options = RidgeOptions.fixed(Math.pow(forgetting, n) / 10);
    assertClose(
        readout.model(), Ridge.fit(Nd4j.create(h), Nd4j.create(y), weights, options).model());
  }

  @Test
  void forgettingFollowsAChange() {
    double[][] h = shifted(400, 3, 1);
    OnlineReadout forgets = new RecursiveLeastSquares(3, 1, 0.95, 10);
    OnlineReadout remembers = new RecursiveLeastSquares(3, 1, 1, 10);
    for (int i = 0; i < h.length; i++) {
      double[] y = {(i < 200 ? 1 : -2) * h[i][0] + 0.5};
      forgets.update(h[i], y);
      remembers.update(h[i], y);
    }
    assertThat(forgets.model().weights().getDouble(0)).isCloseTo(-2, within(1e-3));
    assertThat(remembers.model().weights().getDouble(0)).isGreaterThan(-1);
  }

  @Test
  void leastMeanSquaresTakesTheStepOfItsEquation() {
    LeastMeanSquares plain = LeastMeanSquares.plain(2, 1, 0.1);
    plain.update(new double[] {1, 2}, new double[] {5});
    assertThat(plain.model().weights().toDoubleVector())
        .containsExactly(new double[] {0.5, 1}, within(1e-15));
    assertThat(plain.model().intercept().getDouble(0)).isCloseTo(0.5, within(1e-15));
    LeastMeanSquares normalised = LeastMeanSquares.normalised(2, 1, 1);
    normalised.update(new double[] {1, 2}, new double[] {5});
    assertThat(normalised.predict(new double[] {1, 2})[0]).isCloseTo(5, within(1e-12));
    assertThat(normalised.model().intercept().getDouble(0)).isCloseTo(5.0 / 6, within(1e-12));
  }

  @Test
  void leastMeanSquaresFindsALinearMap() {
    double[][] h = shifted(5_000, 3, 1);
    for (OnlineReadout readout :
        List.of(LeastMeanSquares.plain(3, 1, 0.02), LeastMeanSquares.normalised(3, 1, 0.5))) {
      for (double[] row : h) {
        readout.update(row, new double[] {2 * row[0] - row[2] + 1});
      }
      assertThat(readout.model().weights().toDoubleVector())
          .containsExactly(new double[] {2, 0, -1}, within(1e-3));
      assertThat(readout.model().intercept().getDouble(0)).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void predictsLikeItsModel() {
    double[][] h = shifted(20, 3, 1);
    double[][] y = shifted(20, TARGETS, 2);
    for (OnlineReadout readout :
        List.of(
            new RecursiveLeastSquares(3, TARGETS, 1, 1),
            LeastMeanSquares.normalised(3, TARGETS, 0.5))) {
      learn(readout, h, y);
      assertThat(readout.predict(h[4]))
          .containsExactly(
              readout.model().predict(Nd4j.create(h)).getRow(4).toDoubleVector(), within(1e-12));
    }
  }

  @Test
  void learnsNothingFromBadNumbers() {
    for (OnlineReadout readout :
        List.of(new RecursiveLeastSquares(2, 1, 1, 1), LeastMeanSquares.normalised(2, 1, 0.5))) {
      readout.update(new double[] {1, 2}, new double[] {3});
      INDArray before = readout.model().weights();
      assertThatThrownBy(() -> readout.update(new double[] {1, Double.NaN}, new double[] {3}))
          .hasMessage("h: holds a number that is not finite");
      assertThatThrownBy(() -> readout.update(new double[] {1, 2}, new double[] {3, 4}))
          .hasMessage("y: 2 numbers; must be 1");
      assertThat(readout.model().weights()).isEqualTo(before);
    }
    assertThatThrownBy(() -> new RecursiveLeastSquares(2, 1, 1.1, 1))
        .hasMessage("forgetting = 1.1: must be in (0, 1]");
    assertThatThrownBy(() -> LeastMeanSquares.normalised(2, 1, 2))
        .hasMessageContaining("stepSize = 2.0: must be in (0, 2)");
  }

  static void learn(OnlineReadout readout, double[][] h, double[][] y) {
    for (int i = 0; i < h.length; i++) {
      readout.update(h[i], y[i]);
    }
  }

  static double[][] shifted(int rows, int columns, long seed) {
    double[][] matrix = RandomMatrix.gaussian(rows, columns, 1, new SeededRandom(seed));
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] += 0.3;
      }
    }
    return matrix;
  }

  private static void assertClose(LinearModel actual, LinearModel expected) {
    assertThat(actual.weights().sub(expected.weights()).amaxNumber().doubleValue())
        .isLessThan(1e-8);
    assertThat(actual.intercept().sub(expected.intercept()).amaxNumber().doubleValue())
        .isLessThan(1e-8);
  }
}
