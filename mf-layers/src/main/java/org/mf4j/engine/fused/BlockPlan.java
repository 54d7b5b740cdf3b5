package org.mf4j.engine.fused;

/**
 * How a batch is cut into blocks of series. Depends on the batch alone, never on the number of
 * threads, so that every machine sums in the same order.
 */
record BlockPlan(int batch, int blocks) {
  /** Enough rows to make a product of N = 100 efficient, few enough to share a batch of 64. */
  private static final int ROWS = 32;

  /** In a large batch both cores are busy anyway, and larger products are more efficient. */
  private static final int ROWS_OF_LARGE_BATCH = 64;

  private static final int LARGE_BATCH = 256;

  static BlockPlan of(int batch) {
    int rows = batch >= LARGE_BATCH ? ROWS_OF_LARGE_BATCH : ROWS;
    return new BlockPlan(batch, (batch + rows - 1) / rows);
  }

  /** The first series of a block; the blocks differ by one series at most. */
  int start(int block) {
    return (int) ((long) batch * block / blocks);
  }

  int rows(int block) {
    return start(block + 1) - start(block);
  }
}
