package org.mf4j.engine;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mf4j.cuda.TestProvider;
import org.mf4j.engine.golden.GoldenCase;
import org.nd4j.linalg.api.buffer.DataType;

/** The kernels against the states and exact gradients of an independent program. */
class CudaGoldenTest {
  @ParameterizedTest
  @MethodSource("org.mf4j.engine.golden.GoldenCase#all")
  void theKernelsMatch(GoldenCase golden) {
    GoldenTest.check(golden, new TestProvider(), golden.layer(DataType.FLOAT, false), 1e-5);
  }
}
