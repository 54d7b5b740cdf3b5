package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.cells.StepBlock;

/** The adjoint of {@link BlockForward}: a block of series back through all steps. */
final class BlockBackward {
  private final BlockMemory memory;
  private final Block block;
  private final float[] delta;
  private final float[] carried;
  private final float[] saved;
  private final float[] state;

  BlockBackward(BlockMemory memory, Block block) {
    this.memory = memory;
    this.block = block;
    int n = memory.entries();
    this.delta = new float[n];
    this.carried = new float[n];
    this.saved = new float[n];
    this.state = new float[n];
  }

  /** Leaves dL/dv in the memory and dL/dh(0) in {@code initial}. */
  void run(StepBlock step, TimeSlices epsilon, int steps, Matrix initial) {
    int end = memory.steps() - steps;
    for (int t = memory.steps() - 1; t >= end; t--) {
      boolean gap = block.hasGap(t);
      addEpsilon(epsilon, t, gap);
      if (gap) {
        setGapsAside(t);
      }
      memory.step(t, saved);
      memory.state(t, state);
      step.adjoint(saved, state, delta);
      memory.saveStep(t, saved);
      memory.productTransposed(saved, state);
      for (int i = 0; i < delta.length; i++) {
        delta[i] += state[i];
      }
      if (gap) {
        putGapsBack(t);
      }
    }
    Arrays.fill(saved, 0f);
    for (int t = 0; t < end; t++) {
      memory.saveStep(t, saved);
    }
    if (end > 0) {
      Arrays.fill(delta, 0f);
    }
    initial.write(block.start(), delta, delta.length);
  }

  private void addEpsilon(TimeSlices epsilon, int t, boolean gap) {
    if (!epsilon.read(t, block.start(), memory.rows(), saved)) {
      return;
    }
    int neurons = memory.neurons();
    for (int r = 0; r < memory.rows() && gap; r++) {
      if (block.gap(r, t)) {
        Arrays.fill(saved, r * neurons, (r + 1) * neurons, 0f);
      }
    }
    for (int i = 0; i < delta.length; i++) {
      delta[i] += saved[i];
    }
  }

  /** Where a step is absent the state passes unchanged, and so does its gradient. */
  private void setGapsAside(int t) {
    System.arraycopy(delta, 0, carried, 0, delta.length);
    int neurons = memory.neurons();
    for (int r = 0; r < memory.rows(); r++) {
      if (block.gap(r, t)) {
        Arrays.fill(delta, r * neurons, (r + 1) * neurons, 0f);
      }
    }
  }

  private void putGapsBack(int t) {
    int neurons = memory.neurons();
    for (int r = 0; r < memory.rows(); r++) {
      if (block.gap(r, t)) {
        System.arraycopy(carried, r * neurons, delta, r * neurons, neurons);
      }
    }
  }
}
