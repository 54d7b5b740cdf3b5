package org.mf4j.readout.algebra;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Q'K Q = B of a symmetric K {@code [n,n]}: B has a narrow band, Q is a product of Householder
 * reflections, a panel of columns at a time (Bischof, Lang and Sun, ACM Trans. Math. Softw. 26,
 * 581, 2000):
 *
 * <pre>
 * K_(below panel) = (I - V T V') [E; 0],   Y = K V T,   W = Y - V (T'V'Y) / 2,   K -= V W' + W V'
 * </pre>
 *
 * <p>8/3 n<sup>3</sup> operations with Q, nearly all in products of matrices, where a tridiagonal
 * matrix would cost half of them in products with vectors, which wait for memory. Whoever needs (K
 * + lambda I)<sup>-1</sup> for many lambdas needs no eigenvalues. The tiles are the same for any
 * number of threads, and so are the bits. BLAS must be held to one thread.
 */
public final class BandReduction {
  /** Wide enough for products of matrices, narrow enough for the factors of many lambdas. */
  private static final int BAND = 32;

  private static final int TILE = 256;

  private final int n;
  private final int blocks;
  private final INDArray[][] tiles;
  private final double[][] diagonal;
  private final double[][] below;
  private final List<Reflection> reflections = new ArrayList<>();
  private INDArray q;

  /** I - V T V', V in tiles, of which the first ones are 0. */
  // Tiles stay in arrays; reflections are compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  private record Reflection(int firstTile, INDArray[] v, INDArray t) {}

  private BandReduction(double[] matrix, int n) {
    this.n = n;
    this.blocks = (n + BAND - 1) / BAND;
    this.diagonal = new double[blocks][];
    this.below = new double[blocks][BAND * BAND];
    int count = (n + TILE - 1) / TILE;
    this.tiles = new INDArray[count][];
    Workers.run(
        count,
        i -> {
          tiles[i] = new INDArray[i + 1];
          for (int j = 0; j <= i; j++) {
            tiles[i][j] = tile(matrix, i, j);
          }
        });
  }

  /**
   * Reduces.
   *
   * @param matrix K in rows, symmetric and finite; left as it is
   * @param n rows
   * @return the reduction
   */
  public static BandReduction of(double[] matrix, int n) {
    BandReduction reduction = new BandReduction(matrix, n);
    for (int block = 0; block < reduction.blocks; block++) {
      reduction.reduce(block);
    }
    for (INDArray[] row : reduction.tiles) {
      for (INDArray tile : row) {
        tile.close();
      }
    }
    reduction.multiplyOut();
    return reduction;
  }

  /**
   * The band.
   *
   * @param tolerance what a penalty must exceed, see {@link Resolvent#tolerance}
   * @return B
   */
  public BlockTridiagonal band(double tolerance) {
    return new BlockTridiagonal(BAND, diagonal, below, tolerance);
  }

  /** {@return Q {@code [n,r]} in columns; r is n rounded up to whole blocks} */
  public INDArray q() {
    return q;
  }

  private INDArray tile(double[] matrix, int row, int column) {
    INDArray tile = matrix(TILE, TILE).assign(0);
    DoubleBuffer numbers = tile.data().asNioDouble();
    int rows = Math.min(TILE, n - row * TILE);
    for (int j = 0; j < Math.min(TILE, n - column * TILE); j++) {
      // K is symmetric: a piece of its row is a piece of its column.
      numbers.position(j * TILE);
      numbers.put(matrix, (column * TILE + j) * n + row * TILE, rows);
    }
    return tile;
  }

  private void reduce(int block) {
    int start = block * BAND;
    int column = start / TILE;
    diagonal[block] = symmetric(numbers(tiles[column][column]), start % TILE);
    int rest = blocks - 1 - block;
    if (rest == 0) {
      return;
    }
    HouseholderPanel panel = new HouseholderPanel(panel(start, rest * BAND));
    below[block + 1] = panel.r();
    Reflection reflection = reflection(panel, start + BAND);
    reflections.add(reflection);
    update(reflection);
  }

  private static DoubleBuffer numbers(INDArray tile) {
    return tile.data().asNioDouble();
  }

  /** The block of the band on the diagonal, in rows. */
  private static double[] symmetric(DoubleBuffer tile, int start) {
    double[] block = new double[BAND * BAND];
    for (int i = 0; i < BAND; i++) {
      for (int j = 0; j <= i; j++) {
        double value = tile.get((start + j) * TILE + start + i);
        block[i * BAND + j] = value;
        block[j * BAND + i] = value;
      }
    }
    return block;
  }

  /** Columns of K below the block. */
  private double[][] panel(int start, int rows) {
    double[][] columns = new double[BAND][rows];
    int at = start + BAND;
    for (int done = 0; done < rows; ) {
      DoubleBuffer tile = numbers(tiles[(at + done) / TILE][start / TILE]);
      int from = (at + done) % TILE;
      int count = Math.min(TILE - from, rows - done);
      for (int c = 0; c < BAND; c++) {
        tile.position((start % TILE + c) * TILE + from);
        tile.get(columns[c], done, count);
      }
      done += count;
    }
    return columns;
  }

  private Reflection reflection(HouseholderPanel panel, int at) {
    INDArray[] v = new INDArray[tiles.length];
    for (int i = at / TILE; i < v.length; i++) {
      v[i] = matrix(TILE, BAND).assign(0);
      DoubleBuffer numbers = numbers(v[i]);
      int first = Math.max(0, i * TILE - at);
      int skipped = Math.max(0, at - i * TILE);
      for (int c = 0; c < BAND; c++) {
        double[] column = panel.v()[c];
        numbers.position(c * TILE + skipped);
        numbers.put(column, first, Math.min(TILE - skipped, column.length - first));
      }
    }
    return new Reflection(at / TILE, v, square(panel.t()));
  }

  private static INDArray square(double[] rows) {
    return RowMajor.matrix(rows, BAND, BAND).dup('f');
  }

  private void update(Reflection reflection) {
    int first = reflection.firstTile();
    int count = tiles.length - first;
    INDArray[] v = reflection.v();
    INDArray[] y = new INDArray[tiles.length];
    Workers.run(count, i -> y[first + i] = productWithV(first + i, reflection));
    INDArray inner = matrix(BAND, BAND);
    for (int i = first; i < tiles.length; i++) {
      Nd4j.gemm(v[i], y[i], inner, true, false, 1, i == first ? 0 : 1);
    }
    INDArray half = reflection.t().transpose().mmul(inner).mul(0.5).dup('f');
    INDArray[] vw = new INDArray[tiles.length];
    INDArray[] wv = new INDArray[tiles.length];
    Workers.run(
        count,
        i -> {
          INDArray w = y[first + i];
          Nd4j.gemm(v[first + i], half, w, false, false, -1, 1);
          vw[first + i] = Nd4j.concat(1, v[first + i], w).dup('f');
          wv[first + i] = Nd4j.concat(1, w, v[first + i]).dup('f');
        });
    Workers.run(
        count,
        // The last rows have the most tiles.
        i -> {
          int row = tiles.length - 1 - i;
          for (int j = first; j <= row; j++) {
            Nd4j.gemm(vw[row], wv[j], tiles[row][j], false, true, -1, 1);
          }
        });
  }

  /** A row of tiles of K V T. */
  private INDArray productWithV(int row, Reflection reflection) {
    INDArray sum = matrix(TILE, BAND);
    for (int j = reflection.firstTile(); j < tiles.length; j++) {
      boolean above = j > row;
      INDArray tile = above ? tiles[j][row] : tiles[row][j];
      double start = j == reflection.firstTile() ? 0 : 1;
      Nd4j.gemm(tile, reflection.v()[j], sum, above, false, 1, start);
    }
    INDArray y = matrix(TILE, BAND);
    Nd4j.gemm(sum, reflection.t(), y, false, false, 1, 0);
    sum.close();
    return y;
  }

  private static INDArray matrix(int rows, int columns) {
    return Nd4j.createUninitializedDetached(DataType.DOUBLE, 'f', rows, columns);
  }

  /** Q from the last reflection back, some columns at a time. */
  private void multiplyOut() {
    q = matrix(n, blocks * BAND);
    Workers.run(tiles.length, i -> multiplyOut(tiles.length - 1 - i));
    for (Reflection reflection : reflections) {
      for (int i = reflection.firstTile(); i < tiles.length; i++) {
        reflection.v()[i].close();
      }
    }
  }

  private void multiplyOut(int column) {
    INDArray[] rows = new INDArray[tiles.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix(TILE, TILE).assign(0);
    }
    for (int i = 0; i < TILE; i++) {
      rows[column].putScalar(i, i, 1);
    }
    INDArray inner = matrix(BAND, TILE);
    INDArray turned = matrix(BAND, TILE);
    for (int k = reflections.size() - 1; k >= 0; k--) {
      Reflection reflection = reflections.get(k);
      int first = reflection.firstTile();
      // Columns before the first row of V are those of the identity still.
      if (first <= column) {
        for (int i = first; i < rows.length; i++) {
          Nd4j.gemm(reflection.v()[i], rows[i], inner, true, false, 1, i == first ? 0 : 1);
        }
        Nd4j.gemm(reflection.t(), inner, turned, false, false, 1, 0);
        for (int i = first; i < rows.length; i++) {
          Nd4j.gemm(reflection.v()[i], turned, rows[i], false, false, -1, 1);
        }
      }
    }
    store(rows, column);
  }

  private void store(INDArray[] rows, int column) {
    long end = Math.min((column + 1L) * TILE, q.size(1));
    for (int i = 0; i < rows.length; i++) {
      int count = Math.min(TILE, n - i * TILE);
      q.get(
              NDArrayIndex.interval((long) i * TILE, (long) i * TILE + count),
              NDArrayIndex.interval((long) column * TILE, end))
          .assign(
              rows[i].get(
                  NDArrayIndex.interval(0, count),
                  NDArrayIndex.interval(0, end - (long) column * TILE)));
      rows[i].close();
    }
  }
}
