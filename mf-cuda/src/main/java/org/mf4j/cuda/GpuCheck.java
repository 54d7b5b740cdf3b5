package org.mf4j.cuda;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mf4j.cells.MemristiveCell;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.device.GpuProperties;
import org.mf4j.cuda.driver.FirstGpu;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.engine.Engine;
import org.mf4j.engine.EngineChoice;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceEngine;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.Work;
import org.mf4j.engine.golden.GoldenCase;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A look at the device of this machine: whether it gives the golden results, whether a training
 * step of a memristive layer agrees with the CPU's, and how long each takes. T = 140, B = 64, N =
 * 100.
 *
 * @param gpu the device
 * @param freeMemory bytes of device memory that nobody holds
 * @param goldenError largest error in the {@linkplain GoldenCase golden cases}, relative to what it
 *     should be
 * @param error largest relative distance (norm) of any result from the CPU's
 * @param cpuMilliseconds of a training step, median
 * @param gpuMilliseconds of a training step from and to the host's memory, median
 */
public record GpuCheck(
    GpuProperties gpu,
    long freeMemory,
    double goldenError,
    double error,
    double cpuMilliseconds,
    double gpuMilliseconds) {
  private static final double GOLDEN_TOLERANCE = 1e-5;
  private static final double TOLERANCE = 1e-4;
  private static final int STEPS = 140;
  private static final int BATCH = 64;
  private static final int NEURONS = 100;
  private static final int REPEATS = 15;
  private static final MemristiveCell CELL =
      new MemristiveCell(MemristiveDynamics.paper(), Integration.EULER, Set.of());

  /** {@return why there is no device to check; empty if there is one} */
  public static Optional<String> obstacle() {
    return FirstGpu.of().obstacle();
  }

  /**
   * Runs the check.
   *
   * @return what it found
   * @throws org.mf4j.cuda.device.GpuException if the device fails
   * @throws java.util.NoSuchElementException if there is no device
   */
  public static GpuCheck run() {
    return on(FirstGpu.of().gpu().orElseThrow());
  }

  static GpuCheck on(Gpu gpu) {
    EngineRequest layer = new EngineRequest(CELL, 1, NEURONS, DataType.FLOAT, false);
    TrainingStep step = new TrainingStep(new SeededRandom(1));
    SequenceEngine onGpu = new CudaEngine(gpu, layer);
    SequenceEngine onCpu = new EngineChoice(Engine.FUSED, layer).of(new Work(BATCH, STEPS, true));
    double error = step.distance(step.run(onGpu), step.run(onCpu));
    long free;
    try (Gpu.Scope scope = gpu.enter()) {
      free = gpu.freeMemory();
    }
    return new GpuCheck(
        gpu.properties(), free, goldenError(gpu), error, step.median(onCpu), step.median(onGpu));
  }

  private static double goldenError(Gpu gpu) {
    return GoldenCase.all()
        .map(
            one ->
                one.errors(new CudaEngine(gpu, one.layer(DataType.FLOAT, false)), DataType.FLOAT))
        .flatMap(errors -> errors.values().stream())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** {@return whether the device gives the golden results, and computes what the CPU does} */
  public boolean isRight() {
    return goldenError <= GOLDEN_TOLERANCE && error <= TOLERANCE;
  }

  /** One batch, always the same. */
  private static final class TrainingStep {
    private final Map<String, INDArray> params = new HashMap<>();
    private final INDArray x;
    private final INDArray start;
    private final INDArray epsilon;

    TrainingStep(SeededRandom random) {
      params.put("W", uniform(random, 1, NEURONS));
      params.put("RW", uniform(random, NEURONS, NEURONS).divi(Math.sqrt(NEURONS)));
      params.put("b", uniform(random, 1, NEURONS));
      this.x = uniform(random, STEPS, BATCH, 1);
      this.start = uniform(random, BATCH, NEURONS);
      this.epsilon = uniform(random, BATCH, NEURONS);
    }

    private static INDArray uniform(SeededRandom random, long... shape) {
      float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.uniform(-1, 1);
      }
      return Nd4j.createFromArray(values).reshape(shape);
    }

    Map<String, INDArray> run(SequenceEngine engine) {
      Sequence sequence = new Sequence(x, Optional.empty(), start);
      SequenceRun run = engine.forward(sequence, params, Optional.empty(), true);
      Map<String, INDArray> gradients = new HashMap<>();
      params.forEach((name, array) -> gradients.put(name, array.like()));
      INDArray dx = x.like();
      INDArray dStart = start.like();
      run.backward(
          StateGradients.ofLastState(epsilon), STEPS, new SequenceGradients(dx, dStart, gradients));
      Map<String, INDArray> results = new HashMap<>(gradients);
      results.put("x", dx);
      results.put("start", dStart);
      results.put("last", sequence.lastState());
      return results;
    }

    double distance(Map<String, INDArray> actual, Map<String, INDArray> expected) {
      return expected.entrySet().stream()
          .mapToDouble(
              e ->
                  actual.get(e.getKey()).distance2(e.getValue())
                      / e.getValue().norm2Number().doubleValue())
          .max()
          .orElseThrow();
    }

    double median(SequenceEngine engine) {
      double[] milliseconds = new double[REPEATS];
      for (int warmUp = 0; warmUp < 2 * REPEATS; warmUp++) {
        run(engine);
      }
      for (int i = 0; i < REPEATS; i++) {
        long begin = System.nanoTime();
        run(engine);
        milliseconds[i] = (System.nanoTime() - begin) / 1e6;
      }
      Arrays.sort(milliseconds);
      return milliseconds[REPEATS / 2];
    }
  }
}
