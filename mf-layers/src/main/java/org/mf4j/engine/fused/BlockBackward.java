package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.cells.StepBlock;

/**
 * The adjoint of {@link BlockForward}: a block of series back through all steps. Keeps its scratch
 * arrays too.
 */
final class BlockBackward {
  private final BlockMemory memory;
  private final float[] delta;
  private final float[] carried;
  private final float[] epsilonOfStep;
  private final float[] state;
  private final float[] back;
  private final float[] x;

  BlockBackward(BlockMemory memory) {
    this.memory = memory;
    this.delta = new float[memory.entries()];
    this.carried = new float[memory.entries()];
    this.epsilonOfStep = new float[memory.entries()];
    this.state = new float[memory.entries()];
    this.back = new float[memory.entries()];
    this.x = new float[memory.rows() * memory.channels()];
  }

  /** Leaves the gradient of the weights on the tape. */
  void run(BlockTask task, BlockEnds ends, int steps) {
    Block block = task.block();
    start(block, ends);
    BlockTape tape = memory.tape();
    int onTape = tape.segment(memory.steps() - 1);
    int end = memory.steps() - steps;
    for (int t = memory.steps() - 1; t >= end; t--) {
      if (tape.segment(t) != onTape) {
        onTape = tape.segment(t);
        memory.forward().replay(task, onTape);
      }
      boolean gap = block.hasGap(t);
      if (ends.epsilon().isPresent()) {
        addEpsilon(ends.epsilon().get(), block, t, gap);
      }
      // Where a step is absent the state passes unchanged, and so does its gradient.
      if (gap) {
        System.arraycopy(delta, 0, carried, 0, delta.length);
        block.clearGaps(t, delta);
      }
      stepBack(task.step(), t);
      if (gap) {
        block.copyGaps(t, carried, delta);
      }
      ends.input().write(t * block.batch() + block.start(), x, x.length);
    }
    cutOff(block, end, ends.input());
    ends.initial().write(block.start(), delta, delta.length);
    tape.finishGradient();
  }

  private void start(Block block, BlockEnds ends) {
    memory.tape().startGradient();
    if (ends.last().isPresent()) {
      ends.last().get().read(block.start(), delta, delta.length);
    } else {
      Arrays.fill(delta, 0f);
    }
  }

  private void stepBack(StepBlock step, int t) {
    BlockTape tape = memory.tape();
    tape.readState(t, state);
    step.adjoint(tape.saved(t), state, delta);
    tape.multiplyBack(t, back, x);
    add(back, delta);
  }

  private static void add(float[] terms, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += terms[i];
    }
  }

  /** Before the steps that truncated BPTT goes back, every gradient is 0. */
  private void cutOff(Block block, int end, Matrix input) {
    if (end == 0) {
      return;
    }
    Arrays.fill(x, 0f);
    Arrays.fill(delta, 0f);
    for (int t = 0; t < end; t++) {
      input.write(t * block.batch() + block.start(), x, x.length);
    }
  }

  private void addEpsilon(TimeSlices epsilon, Block block, int t, boolean gap) {
    if (!epsilon.read(t, block.start(), memory.rows(), epsilonOfStep)) {
      return;
    }
    if (gap) {
      block.clearGaps(t, epsilonOfStep);
    }
    add(epsilonOfStep, delta);
  }
}
