package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.cells.StepBlock;

/** A block of series through all steps. */
final class BlockForward {
  private final BlockMemory memory;
  private final Block block;
  private final int neurons;
  private final int inputs;
  private final float[] left;
  private final float[] state;
  private final float[] before;
  private final float[] preActivation;
  private final float[] x;

  BlockForward(BlockMemory memory, Block block) {
    this.memory = memory;
    this.block = block;
    this.neurons = memory.neurons();
    this.inputs = memory.inputs();
    this.left = new float[memory.rows() * inputs];
    this.state = new float[memory.entries()];
    this.before = new float[memory.entries()];
    this.preActivation = new float[memory.entries()];
    this.x = new float[memory.rows() * memory.channels()];
  }

  /**
   * Steps the block.
   *
   * @return whether all states are finite at the end
   */
  boolean run(StepBlock step, TimeSlices input, Matrix initial, Matrix activations, Matrix last) {
    initial.read(block.start(), state, state.length);
    for (int row = 1; row <= memory.rows(); row++) {
      left[row * inputs - 1] = 1f;
    }
    for (int t = 0; t < memory.steps(); t++) {
      if (!input.read(t, block.start(), memory.rows(), x)) {
        Arrays.fill(x, 0f);
      }
      fillLeft();
      memory.product().run(left, preActivation);
      boolean gap = block.hasGap(t);
      if (gap) {
        System.arraycopy(state, 0, before, 0, state.length);
      }
      step.forward(preActivation, state);
      if (memory.tape() != null) {
        memory.tape().write(t, left, preActivation);
      }
      emit(t, gap, activations);
    }
    last.write(block.start(), state, state.length);
    return isFinite(state);
  }

  private void fillLeft() {
    int channels = memory.channels();
    for (int row = 0; row < memory.rows(); row++) {
      System.arraycopy(state, row * neurons, left, row * inputs, neurons);
      System.arraycopy(x, row * channels, left, row * inputs + neurons, channels);
    }
  }

  /** Writes the activations: where a step is absent, the state is carried and 0 is emitted. */
  private void emit(int t, boolean gap, Matrix activations) {
    float[] emitted = state;
    if (gap) {
      System.arraycopy(state, 0, preActivation, 0, state.length);
      emitted = preActivation;
      for (int row = 0; row < memory.rows(); row++) {
        if (block.gap(row, t)) {
          System.arraycopy(before, row * neurons, state, row * neurons, neurons);
          Arrays.fill(emitted, row * neurons, (row + 1) * neurons, 0f);
        }
      }
    }
    activations.write(t * block.batch() + block.start(), emitted, emitted.length);
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
