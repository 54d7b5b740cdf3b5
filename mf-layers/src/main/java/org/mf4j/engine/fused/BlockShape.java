package org.mf4j.engine.fused;

/**
 * The sizes of a block's memory.
 *
 * @param rows series
 * @param steps T
 * @param tapeSteps how many steps the tape holds at a time: 0 without a backward pass, T to keep
 *     all, fewer to keep checkpoints that far apart and compute the steps between anew
 * @param states m, how many states a neuron has
 */
record BlockShape(int rows, int steps, int tapeSteps, int states) {
  boolean training() {
    return tapeSteps > 0;
  }

  int segments() {
    return (steps + tapeSteps - 1) / tapeSteps;
  }
}
