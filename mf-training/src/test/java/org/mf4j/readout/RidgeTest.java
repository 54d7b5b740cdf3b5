package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.networks.RandomMatrix;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RidgeTest {
  private static final int TARGETS = 3;

  /** More examples than features, as many, and fewer (the dual problem). */
  @Property(tries = 60)
  void isTheSolutionOfThePlainReference(
      @ForAll @IntRange(min = 2, max = 30) int examples,
      @ForAll @IntRange(min = 1, max = 20) int features,
      @ForAll @DoubleRange(min = 0.01, max = 100) double lambda,
      @ForAll long seed) {
    double[][] x = matrix(examples, features, seed);
    double[][] y = matrix(examples, TARGETS, seed + 1);
    LinearModel model = Ridge.fit(Nd4j.create(x), Nd4j.create(y), lambda);
    for (int target = 0; target < TARGETS; target++) {
      double[] expected = PlainRidge.fit(x, column(y, target), lambda);
      assertThat(model.weights().getColumn(target).toDoubleVector())
          .containsExactly(first(expected, features), within(1e-8));
      assertThat(model.intercept().getDouble(0, target))
          .isCloseTo(expected[features], within(1e-8));
    }
  }

  /** X'(X W + c - Y) + lambda W = 0 and 1'(X W + c - Y) = 0. */
  @Property(tries = 60)
  void gradientOfThePenalisedObjectiveIsZero(
      @ForAll @IntRange(min = 2, max = 40) int examples,
      @ForAll @IntRange(min = 1, max = 40) int features,
      @ForAll @DoubleRange(min = 0.01, max = 100) double lambda,
      @ForAll long seed) {
    INDArray x = Nd4j.create(matrix(examples, features, seed));
    INDArray y = Nd4j.create(matrix(examples, TARGETS, seed + 1));
    LinearModel model = Ridge.fit(x, y, lambda);
    INDArray error = model.predict(x).sub(y);
    INDArray gradient = x.transpose().mmul(error).add(model.weights().mul(lambda));
    assertThat(gradient.amaxNumber().doubleValue()).isLessThan(1e-8);
    assertThat(error.sum(0).amaxNumber().doubleValue()).isLessThan(1e-8);
  }

  /** 2.5 billion products of features: only those of examples are taken. */
  @Test
  void moreFeaturesThanCanBeSquared() {
    INDArray x = Nd4j.create(matrix(6, 50_000, 1));
    INDArray y = Nd4j.create(matrix(6, TARGETS, 2));
    LinearModel model = Ridge.fit(x, y, 10);
    INDArray error = model.predict(x).sub(y);
    INDArray gradient = x.transpose().mmul(error).add(model.weights().mul(10));
    assertThat(gradient.amaxNumber().doubleValue()).isLessThan(1e-8);
  }

  @Property(tries = 30)
  void shiftOfTheTargetsMovesOnlyTheIntercept(
      @ForAll @IntRange(min = 1, max = 30) int features,
      @ForAll @DoubleRange(min = -1000, max = 1000) double shift,
      @ForAll long seed) {
    INDArray x = Nd4j.create(matrix(20, features, seed));
    INDArray y = Nd4j.create(matrix(20, TARGETS, seed + 1));
    LinearModel model = Ridge.fit(x, y, 1);
    LinearModel shifted = Ridge.fit(x, y.add(shift), 1);
    assertThat(shifted.weights().sub(model.weights()).amaxNumber().doubleValue()).isLessThan(1e-9);
    assertThat(shifted.intercept().sub(model.intercept()).toDoubleVector())
        .containsExactly(new double[] {shift, shift, shift}, within(1e-8));
  }

  @Test
  void lambdaZeroIsLeastSquares() {
    double[][] x = matrix(50, 4, 1);
    INDArray weights = Nd4j.create(new double[][] {{1}, {-2}, {0.5}, {3}});
    INDArray y = Nd4j.create(x).mmul(weights).addi(7);
    LinearModel model = Ridge.fit(Nd4j.create(x), y, 0);
    assertThat(model.weights().sub(weights).amaxNumber().doubleValue()).isLessThan(1e-12);
    assertThat(model.intercept().getDouble(0)).isCloseTo(7, within(1e-12));
  }

  @Test
  void computesInDoubleWhateverTheInput() {
    INDArray x = Nd4j.create(matrix(50, 4, 1)).castTo(DataType.FLOAT);
    INDArray y = Nd4j.create(matrix(50, 2, 2)).castTo(DataType.FLOAT);
    LinearModel fromFloats = Ridge.fit(x, y, 1);
    LinearModel fromDoubles = Ridge.fit(x.castTo(DataType.DOUBLE), y.castTo(DataType.DOUBLE), 1);
    assertThat(fromFloats.weights()).isEqualTo(fromDoubles.weights());
    assertThat(fromFloats.weights().dataType()).isEqualTo(DataType.DOUBLE);
  }

  /** y = 1 x_1 = a x_1 + b (3 x_1) with the least a^2 + b^2: a = 1/10, b = 3/10. */
  @Test
  void dependentFeaturesWithoutPenaltyGetTheSolutionOfLeastNorm() {
    for (int rows : new int[] {2, 20}) {
      INDArray column = Nd4j.create(matrix(rows, 1, 1));
      LinearModel model = Ridge.fit(Nd4j.hstack(column, column.mul(3)), column, 0);
      assertThat(model.weights().toDoubleVector())
          .containsExactly(new double[] {0.1, 0.3}, within(1e-12));
    }
  }

  @Test
  void constantFeaturesGetNoWeight() {
    INDArray constant = Nd4j.ones(DataType.DOUBLE, 20, 1);
    INDArray y = Nd4j.create(matrix(20, 1, 1));
    for (double lambda : new double[] {0, 1}) {
      LinearModel model = Ridge.fit(constant, y, lambda);
      assertThat(model.weights().getDouble(0)).isZero();
      assertThat(model.intercept().getDouble(0))
          .isCloseTo(y.meanNumber().doubleValue(), within(1e-12));
    }
  }

  @Test
  void refusesFeaturesThatAreNotFinite() {
    INDArray x = Nd4j.create(matrix(20, 2, 1));
    x.putScalar(3, 1, Double.NaN);
    assertThatThrownBy(() -> Ridge.fit(x, Nd4j.create(matrix(20, 1, 2)), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not finite");
  }

  @Test
  void refusesBadArguments() {
    INDArray x = Nd4j.create(matrix(20, 2, 1));
    assertThatThrownBy(() -> Ridge.fit(x, Nd4j.create(matrix(19, 1, 2)), 1))
        .hasMessage("y: 19 rows for 20 rows of features; they must agree");
    assertThatThrownBy(() -> Ridge.fit(x, x, -1))
        .hasMessage("lambda = -1.0: must be finite and 0 or above");
  }

  static double[][] matrix(int rows, int columns, long seed) {
    return RandomMatrix.gaussian(rows, columns, 1, new SeededRandom(seed));
  }

  private static double[] column(double[][] matrix, int index) {
    return Arrays.stream(matrix).mapToDouble(row -> row[index]).toArray();
  }

  private static double[] first(double[] values, int count) {
    return Arrays.copyOf(values, count);
  }
}
