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
    INDArray columns = x.ordering() == 'f' && !x.isView() ? x : x.dup('f');
    int blocks = (n + BLOCK - 1) / BLOCK;
    double[] gram = new double[n * n];
    Workers.run(
        blocks * (blocks + 1) / 2,
        task -> {
          int i = (int) ((Math.sqrt(8.0 * task + 1) - 1) / 2);
          int j = task - i * (i + 1) / 2;
          INDArray left = block(columns, i);
          INDArray product =
              Nd4j.createUninitializedDetached(
                  DataType.DOUBLE, 'f', left.size(1), block(columns, j).size(1));
          Nd4j.gemm(left, block(columns, j), product, true, false, 1, 0);
          store(product, gram, n, i * BLOCK, j * BLOCK);
          product.close();
        });
    return gram;
  }

  private static INDArray block(INDArray columns, int index) {
    long from = (long) index * BLOCK;
    return columns.get(
        NDArrayIndex.all(), NDArrayIndex.interval(from, Math.min(from + BLOCK, columns.size(1))));
  }

  /** The block at (row, column), on or below the diagonal, and its mirror image. */
  private static void store(INDArray product, double[] gram, int n, int row, int column) {
    int rows = (int) product.size(0);
    double[] values = RowMajor.values(product);
    int columns = values.length / rows;
    for (int i = 0; i < rows; i++) {
      int count = row == column ? i + 1 : columns;
      for (int j = 0; j < count; j++) {
        double value = values[i * columns + j];
        gram[(row + i) * n + column + j] = value;
        gram[(column + j) * n + row + i] = value;
      }
    }
  }
}
