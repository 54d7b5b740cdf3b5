package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
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
    RidgeFit fit = Ridge.fit(SufficientStatistics.of(x, y), gcv());
    assertThat(fit.lambda()).isEqualTo(Ridge.fit(x, y, gcv()).lambda());
    for (RidgeOptions needsRows :
        List.of(RidgeOptions.leaveOneOut(), gcv().withCalibrated(true), gcv().withBalanced(true))) {
      assertThatThrownBy(() -> Ridge.fit(SufficientStatistics.of(x, y), needsRows))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("need the examples");
    }
  }

  @Test
  void aRuleIsFoundByItsName() {
    for (LambdaRule rule :
        List.of(
            new LambdaRule.Fixed(3e-5),
            new LambdaRule.LeaveOneOut(LambdaRule.DEFAULT_GRID),
            new LambdaRule.LeaveOneOut(LAMBDAS),
            new LambdaRule.GeneralisedCrossValidation(LambdaRule.DEFAULT_GRID),
            new LambdaRule.GeneralisedCrossValidation(List.of(0.1)))) {
      assertThat(LambdaRule.of(rule.name())).isEqualTo(rule);
    }
    assertThat(RidgeOptions.leaveOneOut().lambda().name()).isEqualTo("LeaveOneOut");
    assertThat(LambdaRule.of("loo")).isEqualTo(RidgeOptions.leaveOneOut().lambda());
    assertThat(LambdaRule.of("gcv[0.1, 2]"))
        .isEqualTo(new LambdaRule.GeneralisedCrossValidation(List.of(0.1, 2.0)));
    assertThat(LambdaRule.of("10")).isEqualTo(new LambdaRule.Fixed(10));
    for (String bad : List.of("lo", "loo[]", "gcv[1,x]")) {
      assertThatThrownBy(() -> LambdaRule.of(bad))
          .hasMessage("lambda = " + bad + ": must be a number of 0 or above, loo or gcv");
    }
    assertThatThrownBy(() -> LambdaRule.of("-1"))
        .hasMessage("lambda = -1.0: must be finite and 0 or above");
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
    RidgeFit fit = Ridge.fit(x, y, RidgeOptions.leaveOneOut().withBalanced(true));
    assertThat(fit.model().weights().getColumn(2).amaxNumber().doubleValue()).isLessThan(1e-12);
    assertThat(fit.model().intercept().getDouble(2)).isCloseTo(-1, within(1e-12));
  }

  /** n / (C n_c) by hand. */
  @Test
  void balancedClassesAreWeightsOfTheirExamples() {
    INDArray x = Nd4j.create(RidgeTest.matrix(20, 4, 3));
    INDArray y = Nd4j.create(RidgeTest.matrix(20, 1, 4));
    long positive = Arrays.stream(y.toDoubleVector()).filter(target -> target > 0).count();
    double[] weights = new double[20];
    for (int i = 0; i < 20; i++) {
      weights[i] = y.getDouble(i) > 0 ? 10.0 / positive : 10.0 / (20 - positive);
    }
    RidgeOptions options = RidgeOptions.fixed(1);
    assertThat(Ridge.fit(x, y, options.withBalanced(true)).model().weights())
        .isEqualTo(Ridge.fit(x, y, weights, options).model().weights());
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
