package org.mf4j.engine.fused;

import java.util.Arrays;
import java.util.Optional;

/**
 * The nonzero entries of RW or of W, column by column: which neurons or channels each neuron
 * listens to. Multiplying takes time in their number; without any there is no product.
 */
final class SparseRecurrence {
  /**
   * Denser matrices are left to the BLAS library, which multiplies ten to twenty times as many
   * numbers per second.
   */
  static final double MAX_DENSITY = 0.05;

  /** Series that share one reading of the indices. */
  private static final int ROWS = 4;

  private final int length;
  private final int neurons;
  private final int[] starts;
  private final int[] sources;
  private final float[] values;

  private SparseRecurrence(int length, int neurons, int[] starts, int[] sources, float[] values) {
    this.length = length;
    this.neurons = neurons;
    this.starts = starts;
    this.sources = sources;
    this.values = values;
  }

  /**
   * Looks at RW, the first rows of the stacked weights.
   *
   * @param stacked s [RW; W; b]
   * @param neurons N, the number of rows
   * @param columns k N, the number of columns
   * @return the entries, or nothing if RW is not sparse
   */
  static Optional<SparseRecurrence> of(Matrix stacked, int neurons, int columns) {
    return of(stacked, 0, neurons, neurons, columns);
  }

  /**
   * Looks at some rows of the stacked weights.
   *
   * @param stacked s [RW; W; b]
   * @param first the first row
   * @param length the number of rows, and of numbers that they are multiplied by
   * @param neurons N
   * @param columns k N, the number of columns
   * @return the entries, or nothing if the rows are not sparse
   */
  static Optional<SparseRecurrence> of(
      Matrix stacked, int first, int length, int neurons, int columns) {
    int most = (int) (MAX_DENSITY * length * columns);
    int[] starts = new int[columns + 1];
    int[] from = new int[most];
    int[] to = new int[most];
    float[] entries = new float[most];
    float[] row = new float[columns];
    int count = 0;
    for (int i = 0; i < length; i++) {
      stacked.read(first + i, row, columns);
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
    int[] sources = new int[count];
    float[] values = new float[count];
    byColumn(starts, from, to, entries, sources, values);
    return Optional.of(new SparseRecurrence(length, neurons, starts, sources, values));
  }

  /** Sorts the entries by their columns; the counts become the starts. */
  private static void byColumn(
      int[] starts, int[] from, int[] to, float[] entries, int[] sources, float[] values) {
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    for (int e = 0; e < sources.length; e++) {
      int place = next[to[e]]++;
      sources[place] = from[e];
      values[place] = entries[e];
    }
  }

  /** Adds what so many rows of h, or of x, are multiplied to, to the planes of sum. */
  void addProduct(float[] h, int rows, float[] sum) {
    for (int column = 0; column < starts.length - 1 && values.length > 0; column += neurons) {
      int row = 0;
      for (; row + ROWS <= rows; row += ROWS) {
        addFourRows(h, row * length, sum, column * rows + row * neurons, column);
      }
      for (; row < rows; row++) {
        addRow(h, row * length, sum, column * rows + row * neurons, column);
      }
    }
  }

  private void addFourRows(float[] h, int first, float[] sum, int to, int column) {
    int n = neurons;
    int second = first + length;
    int third = second + length;
    int fourth = third + length;
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
