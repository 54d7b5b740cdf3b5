package org.mf4j.engine.fused;

import org.mf4j.cells.StepBlock;

/**
 * A block of series of one batch, and what steps it.
 *
 * @param block the series
 * @param step the cell's step for as many series
 * @param input x of the whole batch; used by the thread at work on the block
 */
record BlockTask(Block block, StepBlock step, TimeSlices input) {}
