package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Optional;

/**
 * The nonzero entries of RW, column by column: which neurons each neuron listens to. Multiplying
 * takes time in their number; without any there is no product.
 */
final class SparseRecurrence {
  /**
   * Denser matrices are left to the BLAS library, which multiplies ten to twenty times as many
   * numbers per second.
   */
  static final double MAX_DENSITY = 0.05;

  /** Series that share one reading of the indices. */
  private static final int ROWS = 4;

  private final int[] starts;
  private final int[] sources;
  private final float[] values;

  private SparseRecurrence(int[] starts, int[] sources, float[] values) {
    this.starts = starts;
    this.sources = sources;
    this.values = values;
  }

  /**
   * Looks at the first rows of the stacked weights.
   *
   * @param stacked s [RW; W; b]
   * @param neurons N
   * @return the entries, or nothing if RW is not sparse
   */
  static Optional<SparseRecurrence> of(Matrix stacked, int neurons) {
    int most = (int) (MAX_DENSITY * neurons * neurons);
    int[] starts = new int[neurons + 1];
    int[] from = new int[most];
    int[] to = new int[most];
    float[] entries = new float[most];
    float[] row = new float[neurons];
    int count = 0;
    for (int i = 0; i < neurons; i++) {
      stacked.read(i, row, neurons);
      for (int j = 0; j < neurons; j++) {
        if (row[j] != 0) {
          if (count == most) {
            return Optional.empty();
          }
          from[count] = i;
          to[count] = j;
          entries[count++] = row[j];
          starts[j + 1]++;
        }
      }
    }
    return Optional.of(byColumn(starts, from, to, entries, count));
  }

  private static SparseRecurrence byColumn(
      int[] starts, int[] from, int[] to, float[] entries, int count) {
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] sources = new int[count];
    float[] values = new float[count];
    for (int e = 0; e < count; e++) {
      int place = next[to[e]]++;
      sources[place] = from[e];
      values[place] = entries[e];
    }
    return new SparseRecurrence(starts, sources, values);
  }

  /**
   * Adds h RW.
   *
   * @param left rows of [h x 1]
   * @param width the length of such a row
   * @param sum takes {@code rows * N} entries
   */
  void addProduct(float[] left, int width, float[] sum) {
    int neurons = starts.length - 1;
    int rows = values.length == 0 ? 0 : sum.length / neurons;
    int row = 0;
    for (; row + ROWS <= rows; row += ROWS) {
      addFourRows(left, row * width, width, sum, row * neurons);
    }
    for (; row < rows; row++) {
      addRow(left, row * width, sum, row * neurons);
    }
  }

  private void addFourRows(float[] left, int first, int width, float[] sum, int to) {
    int n = starts.length - 1;
    int second = first + width;
    int third = second + width;
    int fourth = third + width;
    for (int j = 0; j < n; j++) {
      float a = 0f;
      float b = 0f;
      float c = 0f;
      float d = 0f;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int i = sources[k];
        float w = values[k];
        a += left[first + i] * w;
        b += left[second + i] * w;
        c += left[third + i] * w;
        d += left[fourth + i] * w;
      }
      sum[to + j] += a;
      sum[to + n + j] += b;
      sum[to + 2 * n + j] += c;
      sum[to + 3 * n + j] += d;
    }
  }

  private void addRow(float[] left, int from, float[] sum, int to) {
    for (int j = 0; j < starts.length - 1; j++) {
      float product = 0f;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        product += left[from + sources[k]] * values[k];
      }
      sum[to + j] += product;
    }
  }
}
