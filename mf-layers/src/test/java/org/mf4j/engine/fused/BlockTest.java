package org.mf4j.engine.fused;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockTest {
  private static int blocks(int processors, int batch) {
    return Block.of(batch, new Block.Plan(processors, 8), null).length;
  }

  @Test
  void twoProcessorsTakeLargeBlocks() {
    assertEquals(2, blocks(2, 64));
    assertEquals(4, blocks(2, 256));
    assertEquals(16, blocks(2, 1024));
  }

  @Test
  void manyProcessorsFindABlockEach() {
    assertEquals(8, blocks(16, 64));
    assertEquals(16, blocks(16, 256));
    assertEquals(32, blocks(16, 1024));
    assertEquals(64, blocks(64, 1024));
  }

  @Property
  void blocksAreNeitherTooSmallNorTooLargeAndLeaveNobodyOut(
      @ForAll @IntRange(min = 1, max = 5000) int batch,
      @ForAll @IntRange(min = 1, max = 128) int processors,
      @ForAll @IntRange(min = 4, max = 16) int fewest) {
    Block.Plan plan = new Block.Plan(processors, fewest);
    int rows = plan.rows(batch);
    assertTrue(rows >= fewest && rows <= 64);
    Block[] blocks = Block.of(batch, plan, null);
    int next = 0;
    for (Block block : blocks) {
      assertEquals(next, block.start());
      assertTrue(block.rows() <= rows);
      next += block.rows();
    }
    assertEquals(batch, next);
  }
}
