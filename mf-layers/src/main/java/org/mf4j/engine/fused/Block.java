package org.mf4j.engine.fused;

import java.util.Arrays;

/**
 * Some series of a batch that are stepped together.
 *
 * @param start index of the first series
 * @param rows how many series
 * @param batch the number of series of the whole batch
 * @param gaps the absent steps of the whole batch
 */
record Block(int start, int rows, int batch, Gaps gaps) {
  boolean hasGap(int t) {
    return gaps.any(start, rows, t);
  }

  /** Sets to 0 the rows of the series that are absent at step t. */
  void clearGaps(int t, float[] values) {
    int width = values.length / rows;
    for (int row = 0; row < rows; row++) {
      if (gaps.at(start + row, t)) {
        Arrays.fill(values, row * width, (row + 1) * width, 0f);
      }
    }
  }

  /** Copies the rows of the series that are absent at step t. */
  void copyGaps(int t, float[] from, float[] to) {
    int width = to.length / rows;
    for (int row = 0; row < rows; row++) {
      if (gaps.at(start + row, t)) {
        System.arraycopy(from, row * width, to, row * width, width);
      }
    }
  }
}
