package org.mf4j.cuda;

import java.util.Optional;
import java.util.function.Supplier;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuProperties;
import org.mf4j.cuda.driver.FirstGpu;
import org.mf4j.cuda.kernels.KernelChoice;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineChoice;
import org.mf4j.engine.EngineProvider;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.Work;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * CUDA: memristive and leaky layers, in single precision, on the first NVIDIA device, beside ND4J's
 * CPU backend.
 *
 * <p>{@link Engine#AUTO} takes it for a call of at least {@value #LEAST_WORK} multiplications, B T
 * N (N + nIn + 1), over more than one step, if what training keeps fits the device's memory four
 * times out of five.
 */
public final class CudaProvider implements EngineProvider {
  /**
   * The least work, in multiplications forward, for which AUTO takes the device; about a
   * millisecond of training on a few cores.
   */
  public static final long LEAST_WORK = 8_000_000;

  /** Arrays {@code [T,B,N]} that training may need at once. */
  private static final int ARRAYS = 6;

  private static final double SHARE_OF_MEMORY = 0.8;

  private final Supplier<FirstGpu> source;

  /** For the service loader. */
  public CudaProvider() {
    this(FirstGpu::of);
  }

  /**
   * On a device of another kind.
   *
   * @param source finds the device
   */
  CudaProvider(Supplier<FirstGpu> source) {
    this.source = source;
  }

  @Override
  public Engine engine() {
    return Engine.CUDA;
  }

  @Override
  public Optional<String> obstacle(EngineRequest layer) {
    if (!Nd4j.getEnvironment().isCPU() || layer.dataType() != DataType.FLOAT) {
      return Optional.of(
          "needs a FLOAT network on a CPU backend, this is a "
              + layer.dataType()
              + " network on a "
              + EngineChoice.backend()
              + " backend");
    }
    if (!KernelCell.covers(layer.cell())) {
      return Optional.of(
          "there are no kernels for a "
              + layer.cell().getClass().getSimpleName()
              + (layer.cell().noise().isNone() ? "" : " with noise"));
    }
    FirstGpu found = source.get();
    return found
        .obstacle()
        .or(() -> KernelChoice.obstacle(layer.channels(), layer.neurons(), properties(found)));
  }

  private static GpuProperties properties(FirstGpu found) {
    return found.gpu().map(Gpu::properties).orElseThrow();
  }

  @Override
  public Optional<String> claim(EngineRequest layer, Work work) {
    GpuProperties gpu = properties(source.get());
    double states = (double) work.batch() * work.steps() * layer.neurons();
    double multiplications = states * (layer.neurons() + layer.channels() + 1);
    boolean fits = Float.BYTES * ARRAYS * states < SHARE_OF_MEMORY * gpu.memory();
    return work.steps() > 1 && multiplications >= LEAST_WORK && (fits || !work.training())
        ? Optional.of("the work is large enough for the device " + gpu.name())
        : Optional.empty();
  }

  @Override
  public SequenceEngine create(EngineRequest layer) {
    return new CudaEngine(source.get().gpu().orElseThrow(), layer);
  }
}
