package org.mf4j.engine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.cuda.TestProvider;
import org.nd4j.linalg.api.buffer.DataType;

/** The kernels against the states and exact gradients of an independent program. */
class CudaGoldenTest {
  @ParameterizedTest
  @MethodSource("org.mf4j.engine.GoldenCase#all")
  void theKernelsMatch(GoldenCase golden) {
    EngineRequest layer =
        new EngineRequest(
            golden.cell(),
            (int) golden.array("W", DataType.FLOAT).size(0),
            (int) golden.array("RW", DataType.FLOAT).size(0),
            DataType.FLOAT,
            false);
    GoldenTest.check(golden, new TestProvider().create(layer), DataType.FLOAT, 1e-5);
  }
}
