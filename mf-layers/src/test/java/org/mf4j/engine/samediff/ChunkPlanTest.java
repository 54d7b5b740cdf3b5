package org.mf4j.engine.samediff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChunkPlanTest {
  @Test
  void everySeriesIsCoveredByChunksOfThreeLengths() {
    TreeSet<Integer> lengths = new TreeSet<>();
    for (int start : new int[] {0, 3}) {
      for (int end = start + 1; end <= 700; end++) {
        List<ChunkPlan.Chunk> chunks = ChunkPlan.of(start, end);
        int t = start;
        for (ChunkPlan.Chunk chunk : chunks) {
          assertThat(chunk.start()).isEqualTo(t);
          t = chunk.end();
          lengths.add(chunk.steps());
        }
        assertThat(t).isEqualTo(end);
      }
    }
    assertThat(lengths).as("each length is a graph to build").hasSizeLessThanOrEqualTo(3);
  }
}
