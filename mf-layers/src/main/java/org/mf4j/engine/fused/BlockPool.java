package org.mf4j.engine.fused;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Keeps the memory of blocks from call to call; what no longer fits is given back. */
final class BlockPool {
  private final FusedWeights weights;
  private final Deque<BlockMemory> free = new ArrayDeque<>();

  BlockPool(FusedWeights weights) {
    this.weights = weights;
  }

  /** Takes memory of this shape out of the pool, or allocates it. */
  BlockMemory take(BlockShape shape) {
    synchronized (free) {
      for (Iterator<BlockMemory> all = free.iterator(); all.hasNext(); ) {
        BlockMemory memory = all.next();
        if (memory.shape().equals(shape)) {
          all.remove();
          return memory;
        }
      }
    }
    return new BlockMemory(shape, weights);
  }

  void giveBack(BlockMemory memory) {
    synchronized (free) {
      free.addFirst(memory);
    }
  }

  /** Frees what other lengths or modes left here. */
  void keepOnly(int steps, int tapeSteps) {
    synchronized (free) {
      for (Iterator<BlockMemory> all = free.iterator(); all.hasNext(); ) {
        BlockMemory memory = all.next();
        if (memory.steps() != steps || memory.shape().tapeSteps() != tapeSteps) {
          all.remove();
          memory.close();
        }
      }
    }
  }
}
