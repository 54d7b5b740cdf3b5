package org.mf4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mf4j.cuda.CudaProvider;
import org.mf4j.cuda.OnDevice;
import org.mf4j.engine.fused.FusedEngine;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A thousand random cases on a device against the engine for the CPU, which is held to the
 * definition elsewhere and shares nothing with the kernels.
 */
@OnDevice
class DeviceCasesTest {
  private static final int CASES = 1000;

  @Test
  void theDeviceAgreesWithTheCpu() {
    SeededRandom random = new SeededRandom(20250117);
    int checked = 0;
    while (checked < CASES) {
      int batch = 1 + random.nextInt(random.nextInt(4) == 0 ? 300 : 30);
      int channels = 1 + random.nextInt(12);
      int neurons = 8 + random.nextInt(293);
      int steps = 1 + random.nextInt(40);
      EngineCase c = new EngineCase(random.nextInt(1 << 30), batch, channels, neurons, steps);
      EngineRequest layer = new EngineRequest(c.cell(), channels, neurons, DataType.FLOAT, false);
      if (new CudaProvider().obstacle(layer).isEmpty()) {
        checked += check(c, layer) ? 1 : 0;
      }
    }
    assertThat(checked).isEqualTo(CASES);
  }

  /** Whether the states are bounded: Euler's step without RESCALE may diverge. */
  private static boolean check(EngineCase c, EngineRequest layer) {
    Map<String, INDArray> expected = c.run(new FusedEngine(c.cell(), false), DataType.FLOAT);
    if (!(expected.get("activations").amaxNumber().doubleValue() < 10)) {
      return false;
    }
    Map<String, INDArray> actual = c.run(new CudaProvider().create(layer), DataType.FLOAT);
    expected.forEach(
        (name, values) ->
            EngineProperties.assertClose(
                c, name, actual.get(name), values, name.equals("dConstants") ? 2e-4 : 5e-5));
    return true;
  }
}
