package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.engine.StateObserver;

/**
 * A block of series through the steps, first all of them, later perhaps some of them again. Keeps
 * its scratch arrays from batch to batch: new ones would be cleared, and not in the cache.
 */
final class BlockForward {
  private final BlockMemory memory;
  private final float[] state;
  private final float[] before;
  private final float[] untaped;
  private final float[] x;

  BlockForward(BlockMemory memory) {
    this.memory = memory;
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
  boolean run(BlockTask task, Matrix initial, StateObserver.Block observer, Matrix last) {
    Product product = memory.product();
    initial.read(task.block().start(), state, state.length);
    for (int t = 0; t < memory.steps(); t++) {
      if (memory.tape() != null) {
        memory.tape().writeCheckpoint(t, state);
      }
      advance(task, product, t);
      observer.step(t, state);
    }
    observer.end();
    last.write(task.block().start(), state, state.length);
    return isFinite(state);
  }

  /** Fills the tape with one segment again, from its checkpoint. */
  void replay(BlockTask task, int segment) {
    Product product = memory.product();
    BlockShape shape = memory.shape();
    memory.tape().readCheckpoint(segment, state);
    int end = Math.min(shape.steps(), (segment + 1) * shape.tapeSteps());
    for (int t = segment * shape.tapeSteps(); t < end; t++) {
      advance(task, product, t);
    }
  }

  private void advance(BlockTask task, Product product, int t) {
    Block block = task.block();
    if (!task.input().read(t, block.start(), memory.rows(), x)) {
      Arrays.fill(x, 0f);
    }
    float[] preActivation = memory.tape() == null ? untaped : memory.tape().saved(t);
    product.run(t, state, x, preActivation);
    boolean gap = block.hasGap(t);
    if (gap) {
      System.arraycopy(state, 0, before, 0, state.length);
    }
    task.step().forward(preActivation, state);
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
