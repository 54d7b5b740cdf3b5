package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.algebra.Dense;
import org.mf4j.readout.algebra.RowMajor;
import org.nd4j.linalg.factory.Nd4j;

/** So many examples and features that nobody computes eigenvalues; the reference is EJML's. */
class LargeRidgeTest {
  private static final List<Double> LAMBDAS = List.of(0.1, 3.0, 300.0);

  /** Examples, features, first lambda; the last is lost beside the largest eigenvalue. */
  @ParameterizedTest
  @CsvSource({"520,540,0.1", "540,520,0.1", "540,520,1e-12"})
  void leavingOneOutIsTheHatMatrix(int examples, int features, double smallest) {
    double[][] x = RidgeTest.matrix(examples, features, 1);
    double[][] y = RidgeTest.matrix(examples, 2, 2);
    double[] weights = new double[examples];
    SeededRandom random = new SeededRandom(3);
    for (int i = 0; i < examples; i++) {
      weights[i] = random.uniform(0.5, 2);
    }
    List<Double> lambdas = List.of(smallest, LAMBDAS.get(1), LAMBDAS.get(2));
    RidgeFit fit =
        Ridge.fit(
            Nd4j.create(x),
            Nd4j.create(y),
            weights,
            RidgeOptions.fixed(0).withLambda(new LambdaRule.LeaveOneOut(lambdas)));
    for (int l = 1; l < lambdas.size(); l++) {
      double expected = error(x, y, weights, lambdas.get(l));
      assertThat(fit.errors().get(l).error()).isCloseTo(expected, within(1e-9 * expected));
    }
    double[] model = solution(x, y, weights, fit.lambda()).values();
    int first = features * 2;
    assertThat(RowMajor.values(fit.model().weights()))
        .containsExactly(Arrays.copyOf(model, first), within(1e-9));
    assertThat(RowMajor.values(fit.model().intercept()))
        .containsExactly(Arrays.copyOfRange(model, first, first + 2), within(1e-9));
  }

  /** Weighted mean of squares of (y - H y) / (1 - H_ii). */
  private static double error(double[][] x, double[][] y, double[] weights, double lambda) {
    Dense one = withOnes(x);
    Dense solver = inverse(one, weights, lambda);
    Dense prediction = one.times(solution(x, y, weights, lambda));
    Dense halfway = one.times(solver);
    double sum = 0;
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      double hat = 0;
      for (int j = 0; j <= x[0].length; j++) {
        hat += halfway.get(i, j) * one.get(i, j) * weights[i];
      }
      for (int k = 0; k < y[0].length; k++) {
        sum += weights[i] * Math.pow((y[i][k] - prediction.get(i, k)) / (1 - hat), 2);
      }
      total += weights[i] * y[0].length;
    }
    return sum / total;
  }

  /** Weights, then intercepts. */
  private static Dense solution(double[][] x, double[][] y, double[] weights, double lambda) {
    Dense one = withOnes(x);
    Dense products = one.transposed().times(Dense.of(y).timesRows(weights));
    return inverse(one, weights, lambda).times(products);
  }

  private static Dense inverse(Dense one, double[] weights, double lambda) {
    int features = one.matrix().getNumCols() - 1;
    return one.transposed().times(one.timesRows(weights)).plusDiagonal(lambda, features).inverse();
  }

  private static Dense withOnes(double[][] x) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] = Arrays.copyOf(x[i], x[i].length + 1);
      rows[i][x[i].length] = 1;
    }
    return Dense.of(rows);
  }
}
