package org.mf4j.cuda;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mf4j.cuda.device.Gpu;
import org.mf4j.cuda.kernels.LayerKernels.Inputs;
import org.mf4j.cuda.kernels.LayerKernels.Keep;
import org.mf4j.cuda.kernels.Size;
import org.mf4j.engine.EngineRequest;
import org.mf4j.engine.ObservableEngine;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.StateObserver;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs whole sequences of one layer on a GPU. Per training step x, the initial states, the weights
 * if they have changed and dL/d states go there, the last states and the gradients come back; the
 * activations travel only if somebody asks for them.
 *
 * <p>Inference goes through long series in stretches, so that device memory does not grow with T
 * beyond x; training keeps all steps, whatever {@code gradientCheckpointing} says.
 */
final class CudaEngine implements ObservableEngine {
  /** States of a stretch of an inference: 16 MiB. */
  private static final long MOST_STATES = 1 << 22;

  private final Gpu gpu;
  private final EngineRequest layer;
  private final LayerOnDevice device;
  private final long mostStates;
  private Run open;

  CudaEngine(Gpu gpu, EngineRequest layer) {
    this(gpu, layer, MOST_STATES);
  }

  /** With stretches of so many states. */
  CudaEngine(Gpu gpu, EngineRequest layer, long mostStates) {
    this.gpu = gpu;
    this.layer = layer;
    this.mostStates = mostStates;
    this.device = new LayerOnDevice(gpu, layer);
  }

  /** {@return bytes of device memory that the layer holds} */
  long deviceBytes() {
    return device.bytes();
  }

  @Override
  public SequenceRun forward(
      Sequence sequence,
      Map<String, INDArray> params,
      Optional<INDArray> activations,
      boolean training) {
    Stretch toHost =
        (in, from) ->
            activations.ifPresent(
                to -> {
                  long perStep = (long) in.size().batch() * in.size().neurons();
                  long states = device.kernels().states(in, true);
                  device
                      .transfers()
                      .download(states, to, from * perStep, in.size().steps() * perStep);
                });
    Keep ofInference = activations.isPresent() ? Keep.STATES : Keep.LAST;
    return run(sequence, params, training ? Keep.TAPE : ofInference, toHost);
  }

  @Override
  public SequenceRun observe(
      Sequence sequence, Map<String, INDArray> params, StateObserver observer) {
    ObservedBlocks blocks = new ObservedBlocks(observer, sequence.batch(), layer.neurons());
    Stretch show =
        (in, from) -> {
          float[] states = new float[in.size().rows() * in.size().neurons()];
          device.transfers().download(device.kernels().states(in, false), states);
          blocks.show(states, from, in.size().steps());
        };
    SequenceRun run = run(sequence, params, Keep.STATES, show);
    blocks.end();
    return run;
  }

  /** Sees a stretch of steps that has just been run. */
  private interface Stretch {
    void end(Inputs in, int firstStep);
  }

  private Run run(Sequence sequence, Map<String, INDArray> params, Keep keep, Stretch stretch) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        Gpu.Scope scope = gpu.enter()) {
      open = null;
      device.load(params);
      Size size =
          new Size(sequence.steps(), sequence.batch(), sequence.channels(), sequence.states());
      Inputs in = device.upload(sequence, size);
      long perStep = (long) size.batch() * size.neurons();
      int steps =
          keep == Keep.TAPE
              ? size.steps()
              : (int) Math.max(1, Math.min(size.steps(), mostStates / perStep));
      long end = runInStretches(in, device.last(sequence), steps, keep, stretch);
      device.transfers().download(end, sequence.lastState());
      device.kernels().verify();
      Run run = new Run(sequence, in, isFinite(sequence.lastState()));
      open = keep == Keep.TAPE ? run : null;
      return run;
    }
  }

  /** Stretch after stretch; each starts with the last states of the one before. */
  private long runInStretches(Inputs all, long spare, int steps, Keep keep, Stretch stretch) {
    Size size = all.size();
    long from = all.start();
    long to = spare;
    for (int t = 0; t < size.steps(); t += steps) {
      long skipped = (long) Float.BYTES * t * size.batch();
      Inputs in =
          new Inputs(
              new Size(
                  Math.min(steps, size.steps() - t), size.batch(), size.channels(), size.neurons()),
              all.x() + skipped * size.channels(),
              all.weights(),
              all.coefficients(),
              from,
              all.mask() == 0 ? 0 : all.mask() + skipped);
      device.kernels().forward(in, to, keep);
      stretch.end(in, t);
      long before = from;
      from = to;
      to = before;
    }
    return from;
  }

  private static boolean isFinite(INDArray states) {
    for (float state : states.data().getFloatsAt(states.offset(), (int) states.length())) {
      if (!Float.isFinite(state)) {
        return false;
      }
    }
    return true;
  }

  /** A batch that went through the layer. */
  private final class Run implements SequenceRun {
    private final Sequence sequence;
    private final Inputs inputs;
    private final boolean finite;

    Run(Sequence sequence, Inputs inputs, boolean finite) {
      this.sequence = sequence;
      this.inputs = inputs;
      this.finite = finite;
    }

    @Override
    public INDArray lastState() {
      return sequence.lastState();
    }

    @Override
    public boolean isFinite() {
      return finite;
    }

    @Override
    public void backward(StateGradients from, int steps, SequenceGradients gradients) {
      if (open != this) {
        throw new IllegalStateException(
            "this run was not for training, or was followed by another, or went back already");
      }
      open = null;
      try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
          Gpu.Scope scope = gpu.enter()) {
        device.backward(inputs, from, steps, gradients);
      }
    }
  }

  /**
   * The observers of a batch whose states come from the device many steps at once: the series are
   * dealt in blocks to the processors, which summarise while the next stretch has not begun.
   */
  private static final class ObservedBlocks {
    private static final int SERIES = 32;

    private final StateObserver.OfSeries[] blocks;
    private final int batch;
    private final int neurons;

    ObservedBlocks(StateObserver observer, int batch, int neurons) {
      this.batch = batch;
      this.neurons = neurons;
      this.blocks =
          IntStream.iterate(0, start -> start < batch, start -> start + SERIES)
              .mapToObj(start -> observer.series(start, Math.min(SERIES, batch - start)))
              .toArray(StateObserver.OfSeries[]::new);
    }

    /** Shows so many steps, {@code [steps,B,N]}. */
    void show(float[] states, int firstStep, int steps) {
      Workers.run(
          blocks.length,
          i -> {
            for (int t = 0; t < steps; t++) {
              blocks[i].step(firstStep + t, states, (t * batch + i * SERIES) * neurons);
            }
          });
    }

    void end() {
      for (StateObserver.OfSeries block : blocks) {
        block.end();
      }
    }
  }
}
