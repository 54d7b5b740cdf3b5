package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.engine.fused.FusedProvider;
import org.mf4j.engine.golden.GoldenCase;
import org.mf4j.engine.samediff.SameDiffProvider;
import org.nd4j.linalg.api.buffer.DataType;

/** Every engine against the states and exact gradients of an independent program. */
class GoldenTest {
  @ParameterizedTest
  @MethodSource("org.mf4j.engine.golden.GoldenCase#all")
  void sameDiffMatchesInDouble(GoldenCase golden) {
    check(golden, new SameDiffProvider(), golden.layer(DataType.DOUBLE, false), 1e-10);
  }

  @ParameterizedTest
  @MethodSource("org.mf4j.engine.golden.GoldenCase#all")
  void sameDiffMatchesInFloat(GoldenCase golden) {
    check(golden, new SameDiffProvider(), golden.layer(DataType.FLOAT, false), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("org.mf4j.engine.golden.GoldenCase#all")
  void fusedMatchesInFloat(GoldenCase golden) {
    check(golden, new FusedProvider(), golden.layer(DataType.FLOAT, false), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("org.mf4j.engine.golden.GoldenCase#all")
  void fusedMatchesWithCheckpoints(GoldenCase golden) {
    check(golden, new FusedProvider(), golden.layer(DataType.FLOAT, true), 1e-5);
  }

  static void check(
      GoldenCase golden, EngineProvider engine, EngineRequest layer, double tolerance) {
    assertThat(golden.errors(engine.create(layer), layer.dataType()))
        .hasSize(7)
        .allSatisfy((key, error) -> assertThat(error).as(key).isLessThanOrEqualTo(tolerance));
  }
}
