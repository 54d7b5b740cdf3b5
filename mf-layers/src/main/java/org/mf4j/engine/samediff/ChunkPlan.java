package org.mf4j.engine.samediff;

import java.util.ArrayList;
import java.util.List;

/** How a series is cut into chunks: greedily, from a few lengths. */
final class ChunkPlan {
  private static final int[] LENGTHS = {32, 8, 1};

  /**
   * Steps [start, end) of a series.
   *
   * @param start first step
   * @param end step after the last
   */
  record Chunk(int start, int end) {
    int steps() {
      return end - start;
    }
  }

  private ChunkPlan() {}

  static List<Chunk> of(int start, int end) {
    List<Chunk> chunks = new ArrayList<>();
    int t = start;
    for (int length : LENGTHS) {
      for (; t + length <= end; t += length) {
        chunks.add(new Chunk(t, t + length));
      }
    }
    return chunks;
  }
}
