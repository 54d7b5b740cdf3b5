package org.mf4j.readout.algebra;

import java.nio.DoubleBuffer;
import java.util.Objects;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A product of Householder reflections, I - V T V'.
 *
 * @param first index of the first tile of V that is not 0
 * @param v V in tiles of as many rows as those of a {@link SymmetricTiles}; null before the first
 * @param t T, an upper triangle
 */
// Tiles stay in arrays; reflections are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record Reflections(int first, INDArray[] v, INDArray t) {
  /**
   * Those of a panel.
   *
   * @param panel of rows from {@code at} on
   * @param at row of the matrix
   * @param count how many tiles V has
   * @param size rows of a tile
   */
  static Reflections of(HouseholderPanel panel, int at, int count, int size) {
    int width = panel.v().length;
    INDArray[] v = new INDArray[count];
    for (int i = at / size; i < count; i++) {
      v[i] = SymmetricTiles.zeros(size, width);
      DoubleBuffer numbers = SymmetricTiles.numbers(v[i]);
      int from = Math.max(0, i * size - at);
      int skipped = Math.max(0, at - i * size);
      for (int c = 0; c < width; c++) {
        double[] column = panel.v()[c];
        numbers.position(c * size + skipped);
        numbers.put(column, from, Math.min(size - skipped, column.length - from));
      }
    }
    return new Reflections(at / size, v, RowMajor.matrix(panel.t(), width, width).dup('f'));
  }

  /**
   * These, and then others: I - V T V' times I - W S W' is
   *
   * <pre>
   * I - [V W] [T, -T V'W S; 0, S] [V W]'
   * </pre>
   *
   * @param later whose first tile is not before that of these; nobody may use either afterwards
   */
  Reflections and(Reflections later) {
    INDArray product = null;
    INDArray[] both = new INDArray[v.length];
    for (int i = first; i < v.length; i++) {
      INDArray w = i < later.first ? SymmetricTiles.zeros(v[i].rows(), later.width()) : later.v[i];
      product = times(v[i], w, product);
      both[i] = Nd4j.concat(1, v[i], w).dup('f');
      v[i].close();
      w.close();
    }
    INDArray all = SymmetricTiles.zeros(width() + later.width(), width() + later.width());
    INDArrayIndex mine = NDArrayIndex.interval(0, width());
    INDArrayIndex others = NDArrayIndex.interval(width(), all.rows());
    all.get(mine, mine).assign(t);
    all.get(others, others).assign(later.t);
    all.get(mine, others).assign(t.mmul(product).mmul(later.t).negi());
    return new Reflections(first, both, all);
  }

  int width() {
    return t.rows();
  }

  /** Adds V'X to a sum, which may be null. */
  private static INDArray times(INDArray v, INDArray x, INDArray sum) {
    INDArray result = sum == null ? SymmetricTiles.zeros(v.columns(), x.columns()) : sum;
    return Nd4j.gemm(v, x, result, true, false, 1, 1);
  }

  /** Applies them to X in place, whose tiles of rows are as those of V. */
  void applyTo(INDArray[] x) {
    INDArray inner = null;
    for (int i = first; i < v.length; i++) {
      inner = times(v[i], x[i], inner);
    }
    INDArray turned = t.mmul(inner);
    for (int i = first; i < v.length; i++) {
      Nd4j.gemm(v[i], turned, x[i], false, false, -1, 1);
    }
    inner.close();
    turned.close();
  }

  void close() {
    Stream.of(v).filter(Objects::nonNull).forEach(INDArray::close);
  }
}
