package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Map;
import org.mf4j.cells.StepBlock;
import org.mf4j.cells.StepKernel;
import org.mf4j.engine.Sequence;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.SequenceRun;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One batch on its way through {@link FusedEngine}: its blocks, dealt to the workers. */
final class FusedRun implements SequenceRun {
  private final Sequence sequence;
  private final StepKernel kernel;
  private final FusedWeights weights;
  private final BlockPool pool;
  private final boolean training;
  private final BlockPlan plan;
  private final Gaps gaps;
  private final BlockMemory[] memories;
  private final INDArray lastState;

  FusedRun(
      Sequence sequence,
      StepKernel kernel,
      FusedWeights weights,
      BlockPool pool,
      boolean training) {
    this.sequence = sequence;
    this.kernel = kernel;
    this.weights = weights;
    this.pool = pool;
    this.training = training;
    this.plan = BlockPlan.of(sequence.batch());
    this.gaps = Gaps.of(sequence.mask(), sequence.steps());
    this.memories = new BlockMemory[plan.blocks()];
    this.lastState =
        Nd4j.createUninitializedDetached(DataType.FLOAT, sequence.batch(), sequence.neurons());
  }

  void forward(INDArray activations) {
    TimeSlices x = TimeSlices.of(sequence.x());
    INDArray initial = sequence.initialState().dup('c');
    Workers.run(
        plan.blocks(),
        i -> {
          Block block = block(i);
          BlockMemory memory = pool.take(shape(block));
          new BlockForward(memory, block)
              .run(
                  kernel.block(block.rows()),
                  x.forThread(),
                  Matrix.over(initial),
                  Matrix.over(activations),
                  Matrix.over(lastState));
          if (training) {
            memories[i] = memory;
          } else {
            pool.giveBack(memory);
          }
        });
  }

  @Override
  public INDArray lastState() {
    return lastState;
  }

  @Override
  public void backward(INDArray epsilon, int steps, SequenceGradients gradients) {
    if (memories[0] == null) {
      throw new IllegalStateException(
          "this run was not for training, or was followed by another, or went back already");
    }
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      StepBlock[] adjoints = new StepBlock[plan.blocks()];
      INDArray initial =
          Nd4j.createUninitializedDetached(DataType.FLOAT, sequence.batch(), sequence.neurons());
      TimeSlices slices = TimeSlices.of(epsilon);
      Workers.run(
          plan.blocks(),
          i -> {
            Block block = block(i);
            adjoints[i] = kernel.block(block.rows());
            new BlockBackward(memories[i], block)
                .run(adjoints[i], slices.forThread(), steps, Matrix.over(initial));
            memories[i].finishBackward();
            memories[i].storeInputGradient(block, Matrix.over(gradients.input()));
          });
      gradients.initialState().assign(initial);
      storeParameterGradients(adjoints, gradients.params());
      release();
    }
  }

  /** Adds up in the order of the blocks, whoever computed them. */
  private void storeParameterGradients(StepBlock[] adjoints, Map<String, INDArray> gradients) {
    INDArray input = memories[0].inputWeightGradient();
    INDArray recurrent = memories[0].recurrentWeightGradient();
    double[][] sums = adjoints[0].sums();
    for (int i = 1; i < memories.length; i++) {
      input.addi(memories[i].inputWeightGradient());
      recurrent.addi(memories[i].recurrentWeightGradient());
      add(sums, adjoints[i].sums());
    }
    if (sums.length > 0) {
      double[] scale = weights.scaleGradient(input, recurrent);
      kernel
          .constantGradients(sums, scale)
          .forEach(
              (name, values) -> {
                INDArray gradient = gradients.get(name);
                gradient.assign(Nd4j.createFromArray(values).reshape(gradient.shape()));
              });
    }
    weights.store(input, recurrent, gradients);
  }

  private static void add(double[][] sums, double[][] more) {
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums[i].length; j++) {
        sums[i][j] += more[i][j];
      }
    }
  }

  /** Gives the memory back; after it there is no way back through this run. */
  void release() {
    for (BlockMemory memory : memories) {
      if (memory != null) {
        pool.giveBack(memory);
      }
    }
    Arrays.fill(memories, null);
  }

  private Block block(int i) {
    return new Block(plan.start(i), plan.rows(i), sequence.batch(), gaps);
  }

  private BlockShape shape(Block block) {
    return new BlockShape(block.rows(), sequence.steps(), sequence.channels(), training);
  }
}
