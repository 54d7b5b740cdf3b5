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

  /** Adds h RW, both of {@code rows * N} entries. */
  void addProduct(float[] h, float[] sum) {
    int neurons = starts.length - 1;
    int rows = values.length == 0 ? 0 : sum.length / neurons;
    int row = 0;
    for (; row + ROWS <= rows; row += ROWS) {
      addFourRows(h, sum, row * neurons);
    }
    for (; row < rows; row++) {
      addRow(h, sum, row * neurons);
    }
  }

  private void addFourRows(float[] h, float[] sum, int first) {
    int n = starts.length - 1;
    int second = first + n;
    int third = second + n;
    int fourth = third + n;
    for (int j = 0; j < n; j++) {
      float a = 0f;
      float b = 0f;
      float c = 0f;
      float d = 0f;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        int i = sources[k];
        float w = values[k];
        a += h[first + i] * w;
        b += h[second + i] * w;
        c += h[third + i] * w;
        d += h[fourth + i] * w;
      }
      sum[first + j] += a;
      sum[second + j] += b;
      sum[third + j] += c;
      sum[fourth + j] += d;
    }
  }

  private void addRow(float[] h, float[] sum, int row) {
    for (int j = 0; j < starts.length - 1; j++) {
      float product = 0f;
      for (int k = starts[j]; k < starts[j + 1]; k++) {
        product += h[row + sources[k]] * values[k];
      }
      sum[row + j] += product;
    }
  }
}
