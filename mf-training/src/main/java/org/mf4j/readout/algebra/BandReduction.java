package org.mf4j.readout.algebra;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mf4j.engine.Workers;
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
  private static final int BAND = SymmetricTiles.BAND;

  private final SymmetricTiles matrix;
  private final int blocks;
  private final double[][] diagonal;
  private final double[][] below;
  private final List<Reflections> reflections = new ArrayList<>();
  private INDArray q;

  private BandReduction(SymmetricTiles matrix) {
    this.matrix = matrix;
    this.blocks = (matrix.rows() + BAND - 1) / BAND;
    this.diagonal = new double[blocks][];
    this.below = new double[blocks][BAND * BAND];
  }

  /**
   * Reduces.
   *
   * @param matrix K, finite; it is used up, its memory goes as that of Q comes
   * @return the reduction
   */
  public static BandReduction of(SymmetricTiles matrix) {
    BandReduction reduction = new BandReduction(matrix);
    for (int block = 0; block < reduction.blocks; block++) {
      reduction.reduce(block);
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

  private void reduce(int block) {
    int size = matrix.size();
    int start = block * BAND;
    int column = start / size;
    diagonal[block] = symmetric(SymmetricTiles.numbers(matrix.tile(column, column)), start % size);
    int rest = blocks - 1 - block;
    if (rest > 0) {
      HouseholderPanel panel = new HouseholderPanel(panel(start, rest * BAND));
      below[block + 1] = panel.r();
      Reflections found = Reflections.of(panel, start + BAND, matrix.count(), size);
      reflections.add(found);
      update(found);
    }
    if (rest == 0 || (start + BAND) % size == 0) {
      matrix.closeColumn(column);
    }
  }

  /** The block of the band on the diagonal, in rows. */
  private double[] symmetric(DoubleBuffer tile, int start) {
    double[] block = new double[BAND * BAND];
    for (int i = 0; i < BAND; i++) {
      for (int j = 0; j <= i; j++) {
        double value = tile.get((start + j) * matrix.size() + start + i);
        block[i * BAND + j] = value;
        block[j * BAND + i] = value;
      }
    }
    return block;
  }

  /** Columns of K below the block. */
  private double[][] panel(int start, int rows) {
    int size = matrix.size();
    double[][] columns = new double[BAND][rows];
    int at = start + BAND;
    for (int done = 0; done < rows; ) {
      INDArray tile = matrix.tile((at + done) / size, start / size);
      DoubleBuffer numbers = SymmetricTiles.numbers(tile);
      int from = (at + done) % size;
      int count = Math.min(size - from, rows - done);
      for (int c = 0; c < BAND; c++) {
        numbers.position((start % size + c) * size + from);
        numbers.get(columns[c], done, count);
      }
      done += count;
    }
    return columns;
  }

  private void update(Reflections reflection) {
    int first = reflection.first();
    int count = matrix.count();
    INDArray[] v = reflection.v();
    INDArray[] y = new INDArray[count];
    Workers.run(count - first, i -> y[first + i] = productWithV(first + i, reflection));
    INDArray inner = SymmetricTiles.zeros(BAND, BAND);
    for (int i = first; i < count; i++) {
      Nd4j.gemm(v[i], y[i], inner, true, false, 1, 1);
    }
    INDArray half = reflection.t().transpose().mmul(inner).mul(0.5).dup('f');
    INDArray[] vw = new INDArray[count];
    INDArray[] wv = new INDArray[count];
    Workers.run(
        count - first,
        i -> {
          INDArray w = y[first + i];
          Nd4j.gemm(v[first + i], half, w, false, false, -1, 1);
          vw[first + i] = beside(v[first + i], w);
          wv[first + i] = beside(w, v[first + i]);
          w.close();
        });
    Workers.run(
        count - first,
        // The last rows have the most tiles.
        i -> {
          int row = count - 1 - i;
          for (int j = first; j <= row; j++) {
            Nd4j.gemm(vw[row], wv[j], matrix.tile(row, j), false, true, -1, 1);
          }
        });
    Stream.of(vw, wv).flatMap(Stream::of).filter(Objects::nonNull).forEach(INDArray::close);
  }

  private static INDArray beside(INDArray left, INDArray right) {
    INDArray both = SymmetricTiles.zeros(left.rows(), left.columns() + right.columns());
    both.get(NDArrayIndex.all(), NDArrayIndex.interval(0, left.columns())).assign(left);
    both.get(NDArrayIndex.all(), NDArrayIndex.interval(left.columns(), both.columns()))
        .assign(right);
    return both;
  }

  /** A row of tiles of K V T. */
  private INDArray productWithV(int row, Reflections reflection) {
    INDArray sum = SymmetricTiles.zeros(matrix.size(), BAND);
    for (int j = reflection.first(); j < matrix.count(); j++) {
      boolean above = j > row;
      INDArray tile = above ? matrix.tile(j, row) : matrix.tile(row, j);
      Nd4j.gemm(tile, reflection.v()[j], sum, above, false, 1, 1);
    }
    INDArray y = SymmetricTiles.zeros(matrix.size(), BAND);
    Nd4j.gemm(sum, reflection.t(), y, false, false, 1, 0);
    sum.close();
    return y;
  }

  /** Q from the last reflection back, some columns at a time. */
  private void multiplyOut() {
    Reflections[] wide = wide();
    q = SymmetricTiles.zeros(matrix.rows(), blocks * BAND);
    int count = matrix.count();
    Workers.run(count, i -> multiplyOut(count - 1 - i, wide));
    Stream.of(wide).forEach(Reflections::close);
  }

  /** Four panels at once: wider products wait less for memory. */
  private Reflections[] wide() {
    Reflections[] wide = new Reflections[(reflections.size() + 3) / 4];
    Workers.runParts(
        reflections.size(),
        4,
        (from, to) ->
            wide[from / 4] =
                reflections.subList(from, to).stream().reduce(Reflections::and).orElseThrow());
    reflections.clear();
    return wide;
  }

  private void multiplyOut(int column, Reflections... wide) {
    int size = matrix.size();
    INDArray[] rows = new INDArray[matrix.count()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = SymmetricTiles.zeros(size, size);
    }
    for (int i = 0; i < size; i++) {
      rows[column].putScalar(i, i, 1);
    }
    for (int k = wide.length - 1; k >= 0; k--) {
      // Columns before the first row of V are those of the identity still.
      if (wide[k].first() <= column) {
        wide[k].applyTo(rows);
      }
    }
    store(rows, column);
  }

  private void store(INDArray[] rows, int column) {
    int size = matrix.size();
    long end = Math.min((column + 1L) * size, q.size(1));
    for (int i = 0; i < rows.length; i++) {
      int count = matrix.rowsOf(i);
      q.get(
              NDArrayIndex.interval((long) i * size, (long) i * size + count),
              NDArrayIndex.interval((long) column * size, end))
          .assign(
              rows[i].get(
                  NDArrayIndex.interval(0, count),
                  NDArrayIndex.interval(0, end - (long) column * size)));
      rows[i].close();
    }
  }
}
