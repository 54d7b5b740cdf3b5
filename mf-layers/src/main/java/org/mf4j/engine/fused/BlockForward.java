package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.cells.StepBlock;
import org.mf4j.engine.StateObserver;

/** A block of series through the steps, first all of them, later perhaps some of them again. */
final class BlockForward {
  private final BlockMemory memory;
  private final Block block;
  private final StepBlock step;
  private final TimeSlices input;
  private final Product product;
  private final float[] state;
  private final float[] before;
  private final float[] untaped;
  private final float[] x;

  BlockForward(BlockMemory memory, Block block, StepBlock step, TimeSlices input) {
    this.memory = memory;
    this.block = block;
    this.step = step;
    this.input = input;
    this.product = memory.product();
    this.state = new float[memory.entries()];
    this.before = new float[memory.entries()];
    this.untaped = new float[memory.tape() == null ? memory.entries() : 0];
    this.x = new float[memory.rows() * memory.channels()];
  }

  /**
   * Steps the block through the whole series.
   *
   * @param observer sees the state after every step
   * @return whether all states are finite at the end
   */
  boolean run(Matrix initial, StateObserver.Block observer, Matrix last) {
    initial.read(block.start(), state, state.length);
    for (int t = 0; t < memory.steps(); t++) {
      if (memory.tape() != null) {
        memory.tape().writeCheckpoint(t, state);
      }
      advance(t);
      observer.step(t, state);
    }
    observer.end();
    last.write(block.start(), state, state.length);
    return isFinite(state);
  }

  /** Fills the tape with one segment again, from its checkpoint. */
  void replay(int segment) {
    BlockShape shape = memory.shape();
    memory.tape().readCheckpoint(segment, state);
    int end = Math.min(shape.steps(), (segment + 1) * shape.tapeSteps());
    for (int t = segment * shape.tapeSteps(); t < end; t++) {
      advance(t);
    }
  }

  private void advance(int t) {
    if (!input.read(t, block.start(), memory.rows(), x)) {
      Arrays.fill(x, 0f);
    }
    float[] preActivation = memory.tape() == null ? untaped : memory.tape().saved(t);
    product.run(t, state, x, preActivation);
    boolean gap = block.hasGap(t);
    if (gap) {
      System.arraycopy(state, 0, before, 0, state.length);
    }
    step.forward(preActivation, state);
    if (gap) {
      block.copyGaps(t, before, state);
    }
  }

  /** 0 * x is 0 for every finite x only. */
  private static boolean isFinite(float[] values) {
    float sum = 0f;
    for (float value : values) {
      sum += 0f * value;
    }
    return sum == 0f;
  }
}
