package org.mf4j.engine.fused;

/**
 * The sizes of a block's memory.
 *
 * @param rows series
 * @param steps T
 * @param tapeSteps how many steps the tape holds at a time: 0 without a way back, T to keep all,
 *     fewer to keep checkpoints that far apart and compute the steps between anew
 */
record BlockShape(int rows, int steps, int tapeSteps) {
  boolean training() {
    return tapeSteps > 0;
  }

  int segments() {
    return (steps + tapeSteps - 1) / tapeSteps;
  }
}
