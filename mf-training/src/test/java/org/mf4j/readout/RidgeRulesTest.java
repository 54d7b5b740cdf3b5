package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.ViewIterator;
import org.nd4j.linalg.factory.Nd4j;

class RidgeRulesTest {
  private static final List<Double> LAMBDAS = List.of(0.01, 1.0, 30.0, 1000.0);

  /** The hat matrix column by column: the predictions for every unit vector as targets. */
  @Test
  void generalisedCrossValidationIsItsDefinition() {
    for (int examples : new int[] {25, 8}) {
      double[][] x = RidgeTest.matrix(examples, 10, 3);
      double[][] y = RidgeTest.matrix(examples, 1, 4);
      RidgeFit fit = Ridge.fit(Nd4j.create(x), Nd4j.create(y), gcv());
      for (int l = 0; l < LAMBDAS.size(); l++) {
        double trace = 0;
        for (int i = 0; i < examples; i++) {
          double[] unit = new double[examples];
          unit[i] = 1;
          trace += prediction(PlainRidge.fit(x, unit, LAMBDAS.get(l)), x[i]);
        }
        double[] targets = Arrays.stream(y).mapToDouble(row -> row[0]).toArray();
        double[] model = PlainRidge.fit(x, targets, LAMBDAS.get(l));
        double residual = 0;
        for (int i = 0; i < examples; i++) {
          residual += Math.pow(targets[i] - prediction(model, x[i]), 2);
        }
        double expected = residual / examples / Math.pow(1 - trace / examples, 2);
        assertThat(fit.errors().get(l).error()).isCloseTo(expected, within(1e-8));
      }
    }
  }

  @Test
  void statisticsAloneAreEnoughForGeneralisedCrossValidation() {
    INDArray x = Nd4j.create(RidgeTest.matrix(25, 10, 3));
    INDArray y = Nd4j.create(RidgeTest.matrix(25, 2, 4));
    RidgeFit fit = SufficientStatistics.of(x, y).solve(gcv());
    assertThat(fit.lambda()).isEqualTo(Ridge.fit(x, y, gcv()).lambda());
    for (RidgeOptions needsRows :
        List.of(
            RidgeOptions.leaveOneOut(),
            gcv().withCalibrated(true),
            gcv().withClassWeights(new ClassWeights.Balanced()))) {
      assertThatThrownBy(() -> SufficientStatistics.of(x, y).solve(needsRows))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("need the examples");
    }
  }

  @Test
  void validationSetChoosesTheSmallestErrorOnIt() {
    double[][] x = RidgeTest.matrix(25, 10, 3);
    double[][] y = RidgeTest.matrix(25, 1, 4);
    double[][] otherX = RidgeTest.matrix(13, 10, 5);
    double[][] otherY = RidgeTest.matrix(13, 1, 6);
    DataSet validation = new DataSet(Nd4j.create(otherX), Nd4j.create(otherY));
    RidgeFit fit =
        Ridge.fit(
            Nd4j.create(x),
            Nd4j.create(y),
            RidgeOptions.fixed(0)
                .withLambda(
                    new LambdaRule.ValidationSet(LAMBDAS, new ViewIterator(validation, 5))));
    double best = Double.POSITIVE_INFINITY;
    double bestLambda = 0;
    for (int l = 0; l < LAMBDAS.size(); l++) {
      double[] targets = Arrays.stream(y).mapToDouble(row -> row[0]).toArray();
      double[] model = PlainRidge.fit(x, targets, LAMBDAS.get(l));
      double error = 0;
      for (int i = 0; i < otherX.length; i++) {
        error += Math.pow(otherY[i][0] - prediction(model, otherX[i]), 2) / otherX.length;
      }
      assertThat(fit.errors().get(l).error()).isCloseTo(error, within(1e-9));
      bestLambda = error < best ? LAMBDAS.get(l) : bestLambda;
      best = Math.min(best, error);
    }
    assertThat(fit.lambda()).isEqualTo(bestLambda);
  }

  @Test
  void standardisedFeaturesMayComeInAnyUnit() {
    INDArray x = Nd4j.create(RidgeTest.matrix(40, 4, 3));
    INDArray y = Nd4j.create(RidgeTest.matrix(40, 2, 4));
    INDArray units = Nd4j.create(new double[][] {{1e-3, 1, 50, 1e4}});
    RidgeOptions options = RidgeOptions.leaveOneOut();
    LinearModel plain = Ridge.fit(x, y, options).model();
    LinearModel scaled = Ridge.fit(x.mulRowVector(units).addi(3), y, options).model();
    INDArray difference = plain.predict(x).sub(scaled.predict(x.mulRowVector(units).addi(3)));
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-9);
  }

  @Test
  void standardisationDropsFeaturesThatHardlyVary() {
    for (int rows : new int[] {40, 3}) {
      INDArray x = Nd4j.create(RidgeTest.matrix(rows, 4, 3));
      x.getColumn(1).muli(1e-8).addi(5);
      x.getColumn(2).assign(0.1);
      INDArray weights =
          Ridge.fit(x, x.getColumn(0, true).dup(), RidgeOptions.leaveOneOut()).model().weights();
      assertThat(weights.getDouble(1)).isZero();
      assertThat(weights.getDouble(2)).isZero();
      assertThat(weights.getDouble(0)).isNotZero();
    }
  }

  @Test
  void aClassMayBeMissingFromTheSet() {
    INDArray x = Nd4j.create(RidgeTest.matrix(20, 4, 3));
    INDArray y = Nd4j.ones(20, 3).negi();
    for (int i = 0; i < 20; i++) {
      y.putScalar(i, i % 2, 1);
    }
    RidgeFit fit =
        Ridge.fit(x, y, RidgeOptions.leaveOneOut().withClassWeights(new ClassWeights.Balanced()));
    assertThat(fit.model().weights().getColumn(2).amaxNumber().doubleValue()).isLessThan(1e-12);
    assertThat(fit.model().intercept().getDouble(2)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void oneGivenWeightPerClass() {
    INDArray x = Nd4j.create(RidgeTest.matrix(20, 4, 3));
    INDArray y = Nd4j.create(RidgeTest.matrix(20, 1, 4));
    double[] weights = new double[20];
    for (int i = 0; i < 20; i++) {
      weights[i] = y.getDouble(i) > 0 ? 3 : 0.5;
    }
    RidgeOptions options = RidgeOptions.fixed(1);
    LinearModel expected = Ridge.fit(x, y, weights, options).model();
    LinearModel model =
        Ridge.fit(x, y, options.withClassWeights(new ClassWeights.Given(List.of(0.5, 3.0))))
            .model();
    assertThat(model.weights()).isEqualTo(expected.weights());
    assertThatThrownBy(
            () -> Ridge.fit(x, y, options.withClassWeights(new ClassWeights.Given(List.of(1.0)))))
        .hasMessage("weights: 1 for 2 classes; must be one each");
    assertThatThrownBy(() -> Ridge.fit(x, y, new double[3], options))
        .hasMessage("weights: 3 for 20 examples; they must agree");
    assertThatThrownBy(() -> Ridge.fit(x, y, new double[20], options))
        .hasMessage("weight = 0.0: must be finite and above 0");
  }

  private static RidgeOptions gcv() {
    return RidgeOptions.fixed(0).withLambda(new LambdaRule.GeneralisedCrossValidation(LAMBDAS));
  }

  private static double prediction(double[] model, double[] x) {
    double sum = model[x.length];
    for (int j = 0; j < x.length; j++) {
      sum += model[j] * x[j];
    }
    return sum;
  }
}
