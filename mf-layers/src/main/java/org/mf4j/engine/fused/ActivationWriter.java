package org.mf4j.engine.fused;

import org.mf4j.engine.StateObserver;

/** Writes the activations of a block {@code [T,B,N]}: the states, and 0 where a step is absent. */
final class ActivationWriter implements StateObserver.Block {
  private final Block block;
  private final Matrix activations;
  private float[] cleared;

  ActivationWriter(Block block, Matrix activations) {
    this.block = block;
    this.activations = activations;
  }

  @Override
  public void step(int t, float[] states) {
    float[] emitted = states;
    if (block.hasGap(t)) {
      if (cleared == null) {
        cleared = new float[states.length];
      }
      emitted = cleared;
      System.arraycopy(states, 0, emitted, 0, states.length);
      block.clearGaps(t, emitted);
    }
    activations.write(t * block.batch() + block.start(), emitted, emitted.length);
  }
}
