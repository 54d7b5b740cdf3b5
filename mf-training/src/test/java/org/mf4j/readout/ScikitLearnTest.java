package org.mf4j.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Equal to scikit-learn on stored numbers; scikit-learn.py beside them made them. */
class ScikitLearnTest {
  private static final double TOLERANCE = 1e-8;

  @TestFactory
  Stream<DynamicTest> equalsScikitLearn() throws IOException {
    try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit-learn.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return StreamSupport.stream(cases.spliterator(), false)
          .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> check(one)));
    }
  }

  @TestFactory
  Stream<DynamicTest> balancesClassesLikeScikitLearn() throws IOException {
    try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit-learn.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return StreamSupport.stream(cases.spliterator(), false)
          .filter(one -> one.get("name").asText().contains("balanced"))
          .map(one -> DynamicTest.dynamicTest(one.get("name").asText(), () -> checkBalanced(one)));
    }
  }

  private static void check(JsonNode expected) {
    INDArray x = matrix(expected.get("x"));
    INDArray y = matrix(expected.get("y"));
    RidgeFit fit =
        expected.get("weights").isNull()
            ? Ridge.fit(x, y, options(expected))
            : Ridge.fit(x, y, numbers(expected.get("weights")), options(expected));
    compare(fit, x, expected);
  }

  private static void checkBalanced(JsonNode expected) {
    INDArray x = matrix(expected.get("x"));
    RidgeOptions options = options(expected).withBalanced(true);
    compare(Ridge.fit(x, matrix(expected.get("y")), options), x, expected);
  }

  private static RidgeOptions options(JsonNode expected) {
    double[] lambdas = numbers(expected.get("lambdas"));
    LambdaRule rule =
        lambdas.length == 1
            ? new LambdaRule.Fixed(lambdas[0])
            : new LambdaRule.LeaveOneOut(
                IntStream.range(0, lambdas.length).mapToObj(i -> lambdas[i]).toList());
    return RidgeOptions.fixed(0)
        .withLambda(rule)
        .withStandardise(expected.get("standardised").asBoolean());
  }

  private static void compare(RidgeFit fit, INDArray x, JsonNode expected) {
    assertThat(fit.lambda()).isEqualTo(expected.get("lambda").asDouble());
    JsonNode errors = expected.get("errors");
    for (int l = 0; l < errors.size(); l++) {
      double error = errors.get(l).asDouble();
      assertThat(fit.errors().get(l).error()).isCloseTo(error, within(TOLERANCE * (1 + error)));
    }
    INDArray weights = matrix(expected.get("coef")).transpose();
    double[] intercept = numbers(expected.get("intercept"));
    if (expected.get("standardised").asBoolean()) {
      INDArray deviation = deviation(x, expected.get("weights"));
      weights = weights.divColumnVector(deviation.transpose());
      INDArray shift = mean(x, expected.get("weights")).mmul(weights);
      for (int k = 0; k < intercept.length; k++) {
        intercept[k] -= shift.getDouble(0, k);
      }
    }
    assertThat(fit.model().weights().sub(weights).amaxNumber().doubleValue()).isLessThan(TOLERANCE);
    assertThat(fit.model().intercept().toDoubleVector())
        .containsExactly(intercept, within(TOLERANCE));
  }

  private static INDArray mean(INDArray x, JsonNode weights) {
    if (weights.isNull()) {
      return x.mean(true, 0);
    }
    INDArray w = Nd4j.createFromArray(new double[][] {numbers(weights)});
    return w.mmul(x).div(w.sumNumber());
  }

  private static INDArray deviation(INDArray x, JsonNode weights) {
    INDArray centred = x.subRowVector(mean(x, weights));
    INDArray squares = mean(centred.mul(centred), weights);
    return Transforms.sqrt(squares);
  }

  private static INDArray matrix(JsonNode rows) {
    return Nd4j.createFromArray(
        StreamSupport.stream(rows.spliterator(), false)
            .map(ScikitLearnTest::numbers)
            .toArray(double[][]::new));
  }

  private static double[] numbers(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
