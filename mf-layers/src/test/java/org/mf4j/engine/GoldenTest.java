package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.engine.samediff.SameDiffEngine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every engine against the states and exact gradients of an independent program. */
class GoldenTest {
  @ParameterizedTest
  @MethodSource("org.mf4j.engine.GoldenCase#all")
  void sameDiffMatchesInDouble(GoldenCase golden) {
    check(golden, new SameDiffEngine(golden.cell()), DataType.DOUBLE, 1e-10);
  }

  @ParameterizedTest
  @MethodSource("org.mf4j.engine.GoldenCase#all")
  void sameDiffMatchesInFloat(GoldenCase golden) {
    check(golden, new SameDiffEngine(golden.cell()), DataType.FLOAT, 1e-5);
  }

  @ParameterizedTest
  @MethodSource("org.mf4j.engine.GoldenCase#all")
  void fusedMatchesInFloat(GoldenCase golden) {
    check(golden, new FusedEngine(golden.cell(), false), DataType.FLOAT, 1e-5);
  }

  @ParameterizedTest
  @MethodSource("org.mf4j.engine.GoldenCase#all")
  void fusedMatchesWithCheckpoints(GoldenCase golden) {
    check(golden, new FusedEngine(golden.cell(), true), DataType.FLOAT, 1e-5);
  }

  static void check(GoldenCase golden, SequenceEngine engine, DataType dataType, double tolerance) {
    INDArray x = golden.array("x", dataType).permute(2, 0, 1);
    INDArray initial = golden.array("h0", dataType);
    Map<String, INDArray> params = new HashMap<>();
    params.put("W", golden.array("W", dataType));
    params.put("RW", golden.array("RW", dataType));
    INDArray bias = golden.array("b", dataType);
    params.put("b", bias.reshape(1, bias.length()));
    INDArray activations = Nd4j.create(dataType, x.size(0), x.size(1), initial.size(1));

    SequenceRun run =
        engine.forward(
            new Sequence(x, golden.mask(dataType), initial),
            params,
            Optional.of(activations),
            true);

    same("h", activations.permute(1, 2, 0), golden, tolerance);
    same("lastState", run.lastState(), golden, tolerance);

    Map<String, INDArray> gradients = new HashMap<>();
    params.forEach((name, param) -> gradients.put(name, param.like()));
    INDArray dx = Nd4j.create(dataType, x.shape());
    INDArray dInitial = initial.like();
    run.backward(
        StateGradients.ofActivations(golden.array("eps", dataType).permute(2, 0, 1)),
        (int) x.size(0),
        new SequenceGradients(dx, dInitial, gradients));

    same("dW", gradients.get("W"), golden, tolerance);
    same("dRW", gradients.get("RW"), golden, tolerance);
    same("db", gradients.get("b"), golden, tolerance);
    same("dx", dx.permute(1, 2, 0), golden, tolerance);
    same("dh0", dInitial, golden, tolerance);
  }

  private static void same(String key, INDArray actual, GoldenCase golden, double tolerance) {
    INDArray expected = golden.array(key, DataType.DOUBLE);
    INDArray difference = actual.castTo(DataType.DOUBLE).reshape('c', expected.shape());
    double error = difference.sub(expected).norm2Number().doubleValue();
    assertThat(error)
        .as(key)
        .isLessThanOrEqualTo(tolerance * Math.max(1, expected.norm2Number().doubleValue()));
  }
}
