package org.mf4j.engine;

import java.util.List;
import java.util.Optional;
import org.mf4j.cuda.TestProvider;
import org.nd4j.linalg.api.buffer.DataType;

/** Sends a batch through every kernel and back; a process of its own, under AddressSanitizer. */
public final class SanitizedRuns {
  /** B, nIn, N: one, two and four series per block, in 1 to 5 chunks; four and eight in a grid. */
  private static final List<int[]> SIZES =
      List.of(
          new int[] {1, 1, 1},
          new int[] {13, 2, 29},
          new int[] {25, 1, 30},
          new int[] {3, 5, 58},
          new int[] {27, 1, 60},
          new int[] {2, 3, 90},
          new int[] {25, 1, 90},
          new int[] {3, 1, 101},
          new int[] {26, 11, 116},
          new int[] {3, 1, 128},
          new int[] {13, 31, 128},
          new int[] {3, 130, 30},
          new int[] {180, 129, 31},
          new int[] {5, 2, 129},
          new int[] {50, 2, 161},
          new int[] {3, 1, 257});

  private SanitizedRuns() {}

  /** Exits with 0 if nothing was found. */
  public static void main(String[] args) {
    long seed = 1;
    for (int[] size : SIZES) {
      EngineCase c;
      do {
        c = new EngineCase(seed++, size[0], size[1], size[2], 2);
      } while (engine(c, size).isEmpty());
      c.run(engine(c, size).orElseThrow(), DataType.FLOAT);
    }
  }

  private static Optional<SequenceEngine> engine(EngineCase c, int[] size) {
    EngineRequest layer = new EngineRequest(c.cell(), size[1], size[2], DataType.FLOAT, false);
    TestProvider provider = new TestProvider();
    return provider.obstacle(layer).isEmpty()
        ? Optional.of(provider.create(layer))
        : Optional.empty();
  }
}
