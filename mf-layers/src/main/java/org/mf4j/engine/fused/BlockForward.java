package org.mf4j.engine.fused;

import java.util.Arrays;
import org.mf4j.cells.StepBlock;

/** A block of series through all steps. */
final class BlockForward {
  private final BlockMemory memory;
  private final Block block;
  private final float[] state;
  private final float[] before;
  private final float[] preActivation;
  private final float[] projection;

  BlockForward(BlockMemory memory, Block block) {
    this.memory = memory;
    this.block = block;
    int n = memory.entries();
    this.state = new float[n];
    this.before = new float[n];
    this.preActivation = new float[n];
    this.projection = new float[n];
  }

  void run(StepBlock step, TimeSlices x, Matrix initialState, Matrix activations, Matrix last) {
    int n = memory.entries();
    loadInput(x);
    memory.projectInput();
    initialState.read(block.start(), state, n);
    for (int t = 0; t < memory.steps(); t++) {
      memory.product(state, preActivation);
      memory.drive(t, projection);
      for (int i = 0; i < n; i++) {
        preActivation[i] += projection[i];
      }
      memory.saveState(t, state);
      System.arraycopy(state, 0, before, 0, n);
      step.forward(preActivation, state);
      memory.saveStep(t, preActivation);
      emit(t, activations);
    }
    last.write(block.start(), state, n);
  }

  private void loadInput(TimeSlices x) {
    int channels = memory.channels();
    float[] values = new float[memory.rows() * channels];
    float[] withOnes = new float[memory.rows() * (channels + 1)];
    for (int t = 0; t < memory.steps(); t++) {
      x.read(t, block.start(), memory.rows(), values);
      for (int r = 0; r < memory.rows(); r++) {
        System.arraycopy(values, r * channels, withOnes, r * (channels + 1), channels);
        withOnes[r * (channels + 1) + channels] = 1f;
      }
      memory.loadInput(t, withOnes);
    }
  }

  /** Writes the activations: where a step is absent, the state is carried and 0 is emitted. */
  private void emit(int t, Matrix activations) {
    int row = t * block.batch() + block.start();
    if (!block.hasGap(t)) {
      activations.write(row, state, memory.entries());
      return;
    }
    int neurons = memory.neurons();
    System.arraycopy(state, 0, preActivation, 0, state.length);
    for (int r = 0; r < memory.rows(); r++) {
      if (block.gap(r, t)) {
        System.arraycopy(before, r * neurons, state, r * neurons, neurons);
        Arrays.fill(preActivation, r * neurons, (r + 1) * neurons, 0f);
      }
    }
    activations.write(row, preActivation, memory.entries());
  }
}
