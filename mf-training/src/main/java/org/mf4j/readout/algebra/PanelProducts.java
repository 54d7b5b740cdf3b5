package org.mf4j.readout.algebra;

import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * X'X in blocks of columns that are dealt to the workers: the blocks are the same for any number of
 * threads, and so are the bits. BLAS must be held to one thread.
 */
public final class PanelProducts {
  private static final int BLOCK = 256;

  private PanelProducts() {}

  /**
   * The products of all pairs of columns.
   *
   * @param x {@code [m,N]}
   * @return {@code [N,N]} in rows, exactly symmetric
   */
  public static double[] gram(INDArray x) {
    int n = (int) x.size(1);
    double[] gram = new double[n * n];
    addGram(gram, x);
    mirror(gram, n);
    return gram;
  }

  /**
   * Adds the products of all pairs of columns.
   *
   * @param gram {@code [N,N]} in rows; what lies above the diagonal is left as it is
   * @param x {@code [m,N]}
   */
  public static void addGram(double[] gram, INDArray x) {
    int n = (int) x.size(1);
    INDArray[] columns = new INDArray[(n + BLOCK - 1) / BLOCK];
    Workers.run(columns.length, i -> columns[i] = block(x, i));
    Workers.run(
        columns.length * (columns.length + 1) / 2,
        task -> {
          int i = (int) ((Math.sqrt(8.0 * task + 1) - 1) / 2);
          int j = task - i * (i + 1) / 2;
          INDArray product =
              Nd4j.createUninitializedDetached(
                  DataType.DOUBLE, 'f', columns[i].size(1), columns[j].size(1));
          Nd4j.gemm(columns[i], columns[j], product, true, false, 1, 0);
          add(product, gram, n, i * BLOCK, j * BLOCK);
          product.close();
        });
  }

  /**
   * Copies what lies below the diagonal above it.
   *
   * @param matrix {@code [N,N]} in rows
   * @param n N
   */
  public static void mirror(double[] matrix, int n) {
    Workers.runParts(
        n,
        BLOCK,
        (from, end) -> {
          for (int j = 0; j < end; j++) {
            for (int i = Math.max(j + 1, from); i < end; i++) {
              matrix[j * n + i] = matrix[i * n + j];
            }
          }
        });
  }

  private static INDArray block(INDArray x, int index) {
    long from = (long) index * BLOCK;
    INDArray block =
        x.get(NDArrayIndex.all(), NDArrayIndex.interval(from, Math.min(from + BLOCK, x.size(1))));
    return x.ordering() == 'f' ? block : block.dup('f');
  }

  /** The block at (row, column), on or below the diagonal. */
  private static void add(INDArray product, double[] gram, int n, int row, int column) {
    int rows = (int) product.size(0);
    double[] values = RowMajor.values(product);
    int columns = values.length / rows;
    for (int i = 0; i < rows; i++) {
      int count = row == column ? i + 1 : columns;
      for (int j = 0; j < count; j++) {
        gram[(row + i) * n + column + j] += values[i * columns + j];
      }
    }
  }
}
