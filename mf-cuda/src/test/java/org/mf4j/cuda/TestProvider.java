package org.mf4j.cuda;

import java.util.Optional;
import org.mf4j.cuda.driver.FirstGpu;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineProvider;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.Work;

/**
 * CUDA in the tests: on the emulated device, or with {@code -Dmf.gpu=required} on a real one. Comes
 * before the provider of the module on the class path.
 */
public final class TestProvider implements EngineProvider {
  private final CudaProvider provider =
      new CudaProvider(isReal() ? FirstGpu::of : EmulatedGpu::first);

  public TestProvider() {}

  /** Whether the tests run on a real device. */
  static boolean isReal() {
    return "required".equals(System.getProperty("mf.gpu"));
  }

  @Override
  public Engine engine() {
    return provider.engine();
  }

  @Override
  public Optional<String> obstacle(EngineRequest layer) {
    return provider.obstacle(layer);
  }

  @Override
  public Optional<String> claim(EngineRequest layer, Work work) {
    return provider.claim(layer, work);
  }

  @Override
  public SequenceEngine create(EngineRequest layer) {
    return provider.create(layer);
  }
}
