package org.mf4j.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.mf4j.cells.LeakyCell;
import org.mf4j.cuda.device.DeviceMemory;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuException;
import org.mf4j.cuda.driver.FirstGpu;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The engine among others on a device: threads, memory, the contexts of other libraries. */
@OnDevice
class DeviceTest {
  /** A layer with a batch, always the same for the same seed. */
  private record Work(int steps, int batch, int neurons, long seed) {
    private INDArray uniform(SeededRandom random, long... shape) {
      INDArray array = Nd4j.create(DataType.FLOAT, shape);
      for (long i = 0; i < array.length(); i++) {
        array.putScalar(i, random.uniform(-0.3, 0.3));
      }
      return array;
    }

    SequenceEngine engine() {
      return new CudaEngine(
          gpu(), new EngineRequest(new LeakyCell(0.5), 2, neurons, DataType.FLOAT, false));
    }

    /** The gradients of one training step. */
    Map<String, INDArray> train(SequenceEngine engine) {
      SeededRandom random = new SeededRandom(seed);
      Map<String, INDArray> params = new LinkedHashMap<>();
      params.put("W", uniform(random, 2, neurons));
      params.put("RW", uniform(random, neurons, neurons));
      params.put("b", uniform(random, 1, neurons));
      Sequence sequence =
          new Sequence(
              uniform(random, steps, batch, 2), Optional.empty(), uniform(random, batch, neurons));
      SequenceRun run = engine.forward(sequence, params, Optional.empty(), true);
      Map<String, INDArray> gradients = new HashMap<>();
      params.forEach((name, array) -> gradients.put(name, array.like()));
      INDArray dx = Nd4j.create(DataType.FLOAT, steps, batch, 2);
      run.backward(
          StateGradients.ofLastState(uniform(random, batch, neurons)),
          steps,
          new SequenceGradients(dx, Nd4j.create(DataType.FLOAT, batch, neurons), gradients));
      gradients.put("x", dx);
      return gradients;
    }
  }

  private static final Work SMALL = new Work(20, 8, 16, 1);
  private static final Work OTHER = new Work(60, 64, 100, 2);
  private static final Work WIDE = new Work(30, 16, 300, 3);

  private static Gpu gpu() {
    return FirstGpu.of().gpu().orElseThrow();
  }

  private static long freeMemory() {
    try (Gpu.Scope scope = gpu().enter()) {
      return gpu().freeMemory();
    }
  }

  @Test
  void threadsWithNetworksOfTheirOwnDoNotDisturbOneAnother()
      throws InterruptedException, ExecutionException {
    List<Work> works = List.of(SMALL, OTHER, WIDE, OTHER);
    List<Map<String, INDArray>> alone = works.stream().map(w -> w.train(w.engine())).toList();
    ExecutorService threads = Executors.newFixedThreadPool(works.size());
    try {
      List<Future<Map<String, INDArray>>> together = new ArrayList<>();
      for (Work work : works) {
        SequenceEngine engine = work.engine();
        together.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    work.train(engine);
                  }
                  return work.train(engine);
                }));
      }
      for (int i = 0; i < works.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void tenThousandTrainingStepsTakeNoMoreDeviceMemoryThanOne() {
    SequenceEngine engine = SMALL.engine();
    SMALL.train(engine);
    long free = freeMemory();
    for (int i = 0; i < 10_000; i++) {
      SMALL.train(engine);
    }
    assertThat(freeMemory()).isGreaterThanOrEqualTo(free);
  }

  @Test
  void withoutMemoryItSaysHowMuchIsNeededAndGoesOn() {
    SequenceEngine engine = OTHER.engine();
    Map<String, INDArray> before = OTHER.train(engine);
    try (Gpu.Scope scope = gpu().enter()) {
      DeviceMemory.Array array = new DeviceMemory(gpu()).array();
      assertThatThrownBy(() -> array.reserve(1L << 40))
          .isInstanceOf(GpuException.class)
          .hasMessageMatching("4194304.0 MiB of device memory are needed and [0-9.]+ are free: .*");
      assertThat(array.address()).isZero();
    }
    assertThat(OTHER.train(engine)).isEqualTo(before);
  }

  @Test
  void theCheckOfTheCommandLineFindsItRight() {
    GpuCheck check = GpuCheck.run();
    assertThat(check.isRight()).as("%s", check).isTrue();
    assertThat(check.gpuMilliseconds()).isLessThan(check.cpuMilliseconds());
  }

  @Test
  void theContextOfAnotherLibraryStaysCurrent() {
    NativeLibrary driver = NativeLibrary.getInstance("libcuda.so.1");
    PointerByReference other = new PointerByReference();
    Map<String, INDArray> expected = OTHER.train(OTHER.engine());
    assertThat(driver.getFunction("cuCtxCreate_v2").invokeInt(new Object[] {other, 0, 0})).isZero();
    assertThat(OTHER.train(OTHER.engine())).isEqualTo(expected);
    PointerByReference current = new PointerByReference();
    assertThat(driver.getFunction("cuCtxGetCurrent").invokeInt(new Object[] {current})).isZero();
    assertThat(current.getValue()).isEqualTo(other.getValue());
    assertThat(driver.getFunction("cuCtxDestroy_v2").invokeInt(new Object[] {other.getValue()}))
        .isZero();
  }
}
