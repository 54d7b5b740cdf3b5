package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mf4j.engine.blas.BlasKernels;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Some series of a batch that are stepped together. Arrays of a block are planes of {@code rows *
 * N} entries, one per state or pre-activation of the cell; in a plane every series is a row.
 *
 * @param start index of the first series
 * @param rows how many series
 * @param batch the number of series of the whole batch
 * @param mask the mask of the whole batch
 */
record Block(int start, int rows, int batch, Mask mask) {
  /**
   * How many series a block has. A processor takes a block at a time, so there should be a block
   * for each; but products of few rows are less efficient. Depends on the batch and on the machine,
   * never on the number of threads, so that any number of them sums in the same order.
   *
   * @param processors of the machine
   * @param fewest rows that a product is efficient with
   */
  record Plan(int processors, int fewest) {
    /** This machine's. */
    static final Plan HERE =
        new Plan(
            Runtime.getRuntime().availableProcessors(), BlasKernels.current().fewRows() ? 8 : 16);

    /** More make a product of N = 100 hardly more efficient. */
    private static final int ENOUGH = 32;

    private static final int MOST = 64;

    /**
     * The most series of a block.
     *
     * @param batch B
     * @return a block for every processor, two where they are large
     */
    int rows(int batch) {
      int share = (batch + processors - 1) / processors;
      if (share <= ENOUGH) {
        return Math.max(fewest, share);
      }
      return Math.min(MOST, Math.max(ENOUGH, share / 2));
    }
  }

  /** The mask {@code [B,T]} of a batch: a step is masked where it is 0. */
  record Mask(Optional<float[]> entries, int steps) {
    static Mask of(Optional<INDArray> mask, int steps) {
      return new Mask(mask.map(m -> m.castTo(DataType.FLOAT).dup('c').data().asFloat()), steps);
    }
  }

  /**
   * Cuts a batch into blocks that differ by one series at most.
   *
   * @param plan decides how many
   */
  static Block[] of(int batch, Plan plan, Mask mask) {
    int most = plan.rows(batch);
    int blocks = (batch + most - 1) / most;
    return IntStream.range(0, blocks)
        .mapToObj(
            i -> {
              int start = (int) ((long) batch * i / blocks);
              int end = (int) ((long) batch * (i + 1) / blocks);
              return new Block(start, end - start, batch, mask);
            })
        .toArray(Block[]::new);
  }

  private boolean isMasked(int row, int t) {
    return mask.entries().get()[(start + row) * mask.steps() + t] == 0f;
  }

  /** Whether step t is masked in any of the series. */
  boolean isMasked(int t) {
    for (int row = 0; row < rows && mask.entries().isPresent(); row++) {
      if (isMasked(row, t)) {
        return true;
      }
    }
    return false;
  }

  /** Sets to 0 the rows, so many entries wide, of the series that are masked at step t. */
  void clearMasked(int t, float[] planes, int width) {
    for (int plane = 0; plane < planes.length; plane += rows * width) {
      for (int row = 0; row < rows; row++) {
        if (isMasked(row, t)) {
          Arrays.fill(planes, plane + row * width, plane + (row + 1) * width, 0f);
        }
      }
    }
  }

  /** Copies the rows, so many entries wide, of the series that are masked at step t. */
  void copyMasked(int t, float[] from, float[] to, int width) {
    for (int plane = 0; plane < to.length; plane += rows * width) {
      for (int row = 0; row < rows; row++) {
        if (isMasked(row, t)) {
          System.arraycopy(from, plane + row * width, to, plane + row * width, width);
        }
      }
    }
  }
}
