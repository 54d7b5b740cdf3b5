package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.cells.StepBlock;

/** The adjoint of {@link BlockForward}: a block of series back through all steps. */
final class BlockBackward {
  private final BlockMemory memory;
  private final Block block;
  private final int neurons;
  private final int inputs;
  private final float[] delta;
  private final float[] carried;
  private final float[] epsilonOfStep;
  private final float[] state;
  private final float[] back;
  private final float[] x;

  BlockBackward(BlockMemory memory, Block block) {
    this.memory = memory;
    this.block = block;
    this.neurons = memory.neurons();
    this.inputs = memory.inputs();
    this.delta = new float[memory.entries()];
    this.carried = new float[memory.entries()];
    this.epsilonOfStep = new float[memory.entries()];
    this.state = new float[memory.entries()];
    this.back = new float[memory.rows() * inputs];
    this.x = new float[memory.rows() * memory.channels()];
  }

  /** Leaves the gradient of the weights on the tape. */
  void run(StepBlock step, BlockForward forward, BlockEnds ends, int steps) {
    ends.last().ifPresent(last -> last.read(block.start(), delta, delta.length));
    BlockTape tape = memory.tape();
    int onTape = tape.segment(memory.steps() - 1);
    int end = memory.steps() - steps;
    tape.startGradient();
    for (int t = memory.steps() - 1; t >= end; t--) {
      if (tape.segment(t) != onTape) {
        onTape = tape.segment(t);
        forward.replay(onTape);
      }
      boolean gap = block.hasGap(t);
      if (ends.epsilon().isPresent()) {
        addEpsilon(ends.epsilon().get(), t, gap);
      }
      // Where a step is absent the state passes unchanged, and so does its gradient.
      if (gap) {
        System.arraycopy(delta, 0, carried, 0, delta.length);
        block.clearGaps(t, delta);
      }
      stepBack(step, t);
      if (gap) {
        block.copyGaps(t, carried, delta);
      }
      ends.input().write(t * block.batch() + block.start(), x, x.length);
    }
    cutOff(end, ends.input());
    ends.initial().write(block.start(), delta, delta.length);
    tape.finishGradient();
  }

  private void stepBack(StepBlock step, int t) {
    BlockTape tape = memory.tape();
    tape.readState(t, state);
    step.adjoint(tape.saved(t), state, delta);
    tape.multiplyBack(t, back);
    int channels = memory.channels();
    for (int row = 0; row < memory.rows(); row++) {
      add(back, row * inputs, delta, row * neurons, neurons);
      System.arraycopy(back, row * inputs + neurons, x, row * channels, channels);
    }
  }

  private static void add(float[] from, int start, float[] sum, int to, int n) {
    for (int i = 0; i < n; i++) {
      sum[to + i] += from[start + i];
    }
  }

  /** Before the steps that truncated BPTT goes back, every gradient is 0. */
  private void cutOff(int end, Matrix input) {
    if (end == 0) {
      return;
    }
    Arrays.fill(x, 0f);
    Arrays.fill(delta, 0f);
    for (int t = 0; t < end; t++) {
      input.write(t * block.batch() + block.start(), x, x.length);
    }
  }

  private void addEpsilon(TimeSlices epsilon, int t, boolean gap) {
    if (!epsilon.read(t, block.start(), memory.rows(), epsilonOfStep)) {
      return;
    }
    if (gap) {
      block.clearGaps(t, epsilonOfStep);
    }
    add(epsilonOfStep, 0, delta, 0, delta.length);
  }
}
