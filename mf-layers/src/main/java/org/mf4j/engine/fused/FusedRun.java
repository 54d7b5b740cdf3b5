package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.mf4j.cells.CellKernel;
import org.mf4j.engine.Constants;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.mf4j.engine.StateGradients;
import org.mf4j.engine.StateObserver;
import org.mf4j.engine.Workers;
import org.mf4j.engine.blas.SingleThreadedBlas;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One batch on its way through {@link FusedEngine}: its blocks, dealt to the workers. */
final class FusedRun implements SequenceRun {
  private final Sequence sequence;
  private final int states;
  private final CellKernel kernel;
  private final FusedWeights weights;
  private final BlockMemory.Pool pool;
  private final int tapeSteps;
  private final TimeSlices x;
  private final Block[] blocks;
  private final BlockMemory[] memories;
  private final ForwardPass.Task[] tasks;
  private final AtomicBoolean finite = new AtomicBoolean(true);

  FusedRun(
      Sequence sequence,
      int states,
      CellKernel kernel,
      FusedWeights weights,
      BlockMemory.Pool pool,
      int tapeSteps) {
    this.sequence = sequence;
    this.states = states;
    this.kernel = kernel;
    this.weights = weights;
    this.pool = pool;
    this.tapeSteps = tapeSteps;
    this.x = TimeSlices.of(sequence.x());
    Block.Mask mask = Block.Mask.of(sequence.mask(), sequence.steps());
    this.blocks = Block.of(sequence.batch(), Block.Plan.HERE, mask);
    this.memories = new BlockMemory[blocks.length];
    this.tasks = new ForwardPass.Task[blocks.length];
  }

  void forward(Optional<INDArray> activations) {
    forward(
        block ->
            activations.isPresent()
                ? new ActivationWriter(block, Matrix.over(activations.get(), weights.neurons()))
                : (t, all, first) -> {});
  }

  void observe(StateObserver observer) {
    forward(block -> observer.series(block.start(), block.rows()));
  }

  private void forward(Function<Block, StateObserver.OfSeries> observers) {
    Matrix initial = Matrix.overRows(sequence.initialState());
    Matrix last = Matrix.over(sequence.lastState());
    Workers.run(
        blocks.length,
        i -> {
          Block block = blocks[i];
          BlockMemory memory =
              pool.take(new BlockShape(block.rows(), sequence.steps(), tapeSteps, states));
          tasks[i] =
              new ForwardPass.Task(block, memory.step(kernel), x.forThread(), sequence.place());
          if (!memory.forward().run(tasks[i], initial, observers.apply(block), last)) {
            finite.set(false);
          }
          if (tapeSteps > 0) {
            memories[i] = memory;
          } else {
            pool.giveBack(memory);
          }
        });
  }

  @Override
  public INDArray lastState() {
    return sequence.lastState();
  }

  @Override
  public boolean isFinite() {
    return finite.get();
  }

  @Override
  public void backward(StateGradients from, int stepsBack, SequenceGradients gradients) {
    if (memories[0] == null) {
      throw new IllegalStateException(
          "this run was not for training, or was followed by another, or went back already");
    }
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      BackwardPass.Ends ends = BackwardPass.Ends.of(from, gradients);
      Workers.run(
          blocks.length, i -> memories[i].backward().run(tasks[i], ends.forThread(), stepsBack));
      storeParameterGradients(gradients.params());
      release();
    }
  }

  /** Adds up in the order of the blocks, whoever computed them. */
  private void storeParameterGradients(Map<String, INDArray> gradients) {
    float[] weightGradient = memories[0].tape().weightGradient();
    double[][] sums = tasks[0].step().sums();
    for (int i = 1; i < memories.length; i++) {
      add(weightGradient, memories[i].tape().weightGradient());
      add(sums, tasks[i].step().sums());
    }
    if (sums.length > 0) {
      Constants.store(
          kernel.constantGradients(sums, weights.scaleGradient(weightGradient)), gradients);
    }
    weights.store(weightGradient, gradients);
  }

  private static void add(float[] sum, float[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private static void add(double[][] sums, double[][] more) {
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums[i].length; j++) {
        sums[i][j] += more[i][j];
      }
    }
  }

  /** Gives the memory back; after it there is no backward pass of this run. */
  void release() {
    for (BlockMemory memory : memories) {
      if (memory != null) {
        pool.giveBack(memory);
      }
    }
    Arrays.fill(memories, null);
  }

  /**
   * Writes the activations {@code [T,B,N]} of a block: the states, and 0 where a step is masked.
   */
  private static final class ActivationWriter implements StateObserver.OfSeries {
    private final Block block;
    private final Matrix activations;
    private float[] cleared;

    ActivationWriter(Block block, Matrix activations) {
      this.block = block;
      this.activations = activations;
    }

    @Override
    public void step(int t, float[] states, int first) {
      int entries = block.rows() * activations.columns();
      float[] emitted = states;
      if (block.isMasked(t)) {
        if (cleared == null) {
          cleared = new float[entries];
        }
        emitted = cleared;
        System.arraycopy(states, first, emitted, 0, entries);
        block.clearMasked(t, emitted, activations.columns());
      }
      activations.write(t * block.batch() + block.start(), emitted, entries);
    }
  }
}
