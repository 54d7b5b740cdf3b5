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

  private final int neurons;
  private final int[] starts;
  private final int[] sources;
  private final float[] values;

  private SparseRecurrence(int neurons, int[] starts, int[] sources, float[] values) {
    this.neurons = neurons;
    this.starts = starts;
    this.sources = sources;
    this.values = values;
  }

  /**
   * Looks at the first rows of the stacked weights.
   *
   * @param stacked s [RW; W; b]
   * @param neurons N, the number of rows
   * @param columns k N, the number of columns
   * @return the entries, or nothing if RW is not sparse
   */
  static Optional<SparseRecurrence> of(Matrix stacked, int neurons, int columns) {
    int most = (int) (MAX_DENSITY * neurons * columns);
    int[] starts = new int[columns + 1];
    int[] from = new int[most];
    int[] to = new int[most];
    float[] entries = new float[most];
    float[] row = new float[columns];
    int count = 0;
    for (int i = 0; i < neurons; i++) {
      stacked.read(i, row, columns);
      for (int j = 0; j < columns; j++) {
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
    return Optional.of(byColumn(neurons, starts, from, to, entries, count));
  }

  private static SparseRecurrence byColumn(
      int neurons, int[] starts, int[] from, int[] to, float[] entries, int count) {
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] sources = new int[count];
    float[] values = new float[count];
    for (int e = 0; e < count; e++) {
      int place = next[to[e]]++;
      sources[place] = from[e];
      values[place] = entries[e];
    }
    return new SparseRecurrence(neurons, starts, sources, values);
  }

  /** Adds h RW of so many series to the planes of sum. */
  void addProduct(float[] h, int rows, float[] sum) {
    for (int column = 0; column < starts.length - 1 && values.length > 0; column += neurons) {
      int row = 0;
      for (; row + ROWS <= rows; row += ROWS) {
        addFourRows(h, row * neurons, sum, column * rows + row * neurons, column);
      }
      for (; row < rows; row++) {
        addRow(h, row * neurons, sum, column * rows + row * neurons, column);
      }
    }
  }

  private void addFourRows(float[] h, int first, float[] sum, int to, int column) {
    int n = neurons;
    int second = first + n;
    int third = second + n;
    int fourth = third + n;
    for (int j = 0; j < n; j++) {
      float a = 0f;
      float b = 0f;
      float c = 0f;
      float d = 0f;
      for (int k = starts[column + j]; k < starts[column + j + 1]; k++) {
        int i = sources[k];
        float w = values[k];
        a += h[first + i] * w;
        b += h[second + i] * w;
        c += h[third + i] * w;
        d += h[fourth + i] * w;
      }
      sum[to + j] += a;
      sum[to + n + j] += b;
      sum[to + 2 * n + j] += c;
      sum[to + 3 * n + j] += d;
    }
  }

  private void addRow(float[] h, int first, float[] sum, int to, int column) {
    for (int j = 0; j < neurons; j++) {
      float product = 0f;
      for (int k = starts[column + j]; k < starts[column + j + 1]; k++) {
        product += h[first + sources[k]] * values[k];
      }
      sum[to + j] += product;
    }
  }
}
