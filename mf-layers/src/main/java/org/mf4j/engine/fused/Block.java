package org.mf4j.engine.fused;

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

  boolean gap(int row, int t) {
    return gaps.at(start + row, t);
  }
}
