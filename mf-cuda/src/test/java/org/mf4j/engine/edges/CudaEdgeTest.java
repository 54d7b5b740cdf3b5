package org.mf4j.engine.edges;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mf4j.cuda.TestProvider;
import org.mf4j.engine.EngineRequest;
import org.nd4j.linalg.api.buffer.DataType;

/** The kernels against plain formulas over random networks at the edges. */
class CudaEdgeTest {
  private static final int CASES = Integer.getInteger("mf4j.edges", 300);

  @Test
  void theKernelsAreTheFormulas() {
    TestProvider provider = new TestProvider();
    LongStream.range(0, CASES)
        .mapToObj(EdgeCase::new)
        .forEach(
            c -> {
              EngineRequest layer =
                  new EngineRequest(c.cell(), c.channels(), c.neurons(), DataType.FLOAT, false);
              if (provider.obstacle(layer).isEmpty()) {
                EdgeCheck.check(c, provider.create(layer), DataType.FLOAT);
              }
            });
  }
}
