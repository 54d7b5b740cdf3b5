package org.mf4j.readout.algebra;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.mf4j.engine.Workers;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A symmetric matrix {@code [n,n]}: its lower triangle in square tiles, outside of Java's heap,
 * which the workers share. The tiles are the same for any number of threads, and so are the bits of
 * what is made of them. BLAS must be held to one thread.
 *
 * <p>What is beyond row n in the last tiles is 0. A matrix of 8,000 rows takes 262 MB.
 */
public final class SymmetricTiles implements AutoCloseable {
  private static final int LARGEST = 256;

  /** Tiles are of whole bands. */
  static final int BAND = 32;

  private final int n;
  private final int size;
  private final INDArray[][] tiles;

  /**
   * Zeros.
   *
   * @param n rows
   */
  public SymmetricTiles(int n) {
    this.n = n;
    this.size = Math.min(LARGEST, (n + BAND - 1) / BAND * BAND);
    this.tiles = new INDArray[(n + size - 1) / size][];
    Workers.run(
        tiles.length,
        i ->
            tiles[i] = IntStream.rangeClosed(0, i).mapToObj(j -> zeros()).toArray(INDArray[]::new));
  }

  /**
   * From a plain array.
   *
   * @param rows the matrix in rows, symmetric; left as it is
   * @param n how many
   * @return the matrix
   */
  public static SymmetricTiles of(double[] rows, int n) {
    SymmetricTiles matrix = new SymmetricTiles(n);
    matrix.forEachTile(
        (i, j) -> {
          DoubleBuffer numbers = numbers(matrix.tiles[i][j]);
          int count = matrix.rowsOf(i);
          for (int k = 0; k < matrix.rowsOf(j); k++) {
            // It is symmetric: a piece of a row is a piece of a column.
            numbers.position(k * matrix.size);
            numbers.put(rows, (j * matrix.size + k) * n + i * matrix.size, count);
          }
        });
    return matrix;
  }

  /**
   * The products of all pairs of columns.
   *
   * @param x {@code [m,n]}
   * @return X'X
   */
  public static SymmetricTiles gram(INDArray x) {
    SymmetricTiles gram = new SymmetricTiles((int) x.size(1));
    gram.addGram(x);
    return gram;
  }

  /** {@return the matrix, every number in rows} */
  public double[] toRows() {
    double[] rows = new double[Math.multiplyExact(n, n)];
    forEachTile(
        (i, j) -> {
          DoubleBuffer numbers = numbers(tiles[i][j]);
          double[] column = new double[rowsOf(i)];
          for (int k = 0; k < rowsOf(j); k++) {
            numbers.position(k * size);
            numbers.get(column);
            int at = j * size + k;
            System.arraycopy(column, 0, rows, at * n + i * size, column.length);
            for (int l = 0; l < column.length; l++) {
              rows[(i * size + l) * n + at] = column[l];
            }
          }
        });
    return rows;
  }

  /** {@return n} */
  public int rows() {
    return n;
  }

  /**
   * Adds the products of all pairs of columns.
   *
   * @param x {@code [m,n]}
   */
  public void addGram(INDArray x) {
    INDArray[] columns = new INDArray[tiles.length];
    Workers.run(columns.length, i -> columns[i] = columns(x, i));
    forEachTile((i, j) -> Nd4j.gemm(columns[i], columns[j], tiles[i][j], true, false, 1, 1));
    IntStream.range(0, columns.length).filter(i -> isCopied(x, i)).forEach(i -> columns[i].close());
  }

  private boolean isCopied(INDArray x, int tile) {
    return x.ordering() != 'f' || rowsOf(tile) < size;
  }

  private INDArray columns(INDArray x, int tile) {
    long from = (long) tile * size;
    int count = rowsOf(tile);
    INDArray columns = x.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + count));
    if (!isCopied(x, tile)) {
      return columns;
    }
    if (count == size) {
      return columns.dup('f');
    }
    INDArray padded = zeros((int) x.size(0), size);
    padded.get(NDArrayIndex.all(), NDArrayIndex.interval(0, count)).assign(columns);
    return padded;
  }

  /**
   * Adds c v v'.
   *
   * @param factor c
   * @param vector v, n numbers
   */
  public void addOuter(double factor, double[] vector) {
    INDArray[] parts = parts(vector);
    forEachTile((i, j) -> Nd4j.gemm(parts[i], parts[j], tiles[i][j], false, true, factor, 1));
  }

  /**
   * Multiplies row i and column i by a number each.
   *
   * @param factors n numbers
   */
  public void scale(double[] factors) {
    INDArray[] parts = parts(factors);
    forEachTile(
        (i, j) ->
            tiles[i][j].muliColumnVector(parts[i]).muliRowVector(parts[j].reshape('f', 1, size)));
  }

  /** A column per tile. */
  private INDArray[] parts(double[] vector) {
    return IntStream.range(0, tiles.length)
        .mapToObj(i -> Arrays.copyOfRange(vector, i * size, (i + 1) * size))
        .map(RowMajor::column)
        .toArray(INDArray[]::new);
  }

  /** {@return the n numbers on the diagonal} */
  public double[] diagonal() {
    double[] diagonal = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = numbers(tiles[i / size][i / size]).get(i % size * (size + 1));
    }
    return diagonal;
  }

  /** {@return the largest sum of a row's absolute values, which bounds every eigenvalue} */
  public double largestRowSum() {
    double[][] sums = new double[tiles.length][size];
    for (int i = 0; i < tiles.length; i++) {
      for (int j = 0; j <= i; j++) {
        add(sums[i], tiles[i][j].norm1(1));
        if (j < i) {
          add(sums[j], tiles[i][j].norm1(0));
        }
      }
    }
    return Arrays.stream(sums).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }

  private static void add(double[] sums, INDArray more) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more.getDouble(i);
    }
    more.close();
  }

  int size() {
    return size;
  }

  /** How many rows of tiles there are. */
  int count() {
    return tiles.length;
  }

  /** On or below the diagonal, in columns. */
  INDArray tile(int row, int column) {
    return tiles[row][column];
  }

  /** Lets the tiles of a column go that nobody reads again. */
  void closeColumn(int column) {
    for (int i = column; i < tiles.length; i++) {
      tiles[i][column].close();
    }
  }

  /** How many rows of a tile the matrix has. */
  int rowsOf(int tile) {
    return Math.min(size, n - tile * size);
  }

  static DoubleBuffer numbers(INDArray tile) {
    return tile.data().asNioDouble();
  }

  private INDArray zeros() {
    return zeros(size, size);
  }

  static INDArray zeros(int rows, int columns) {
    return Nd4j.createUninitializedDetached(DataType.DOUBLE, 'f', rows, columns).assign(0);
  }

  /** Something that is done with a tile on or below the diagonal. */
  private interface OfTile {
    void run(int row, int column);
  }

  private void forEachTile(OfTile work) {
    Workers.run(
        tiles.length * (tiles.length + 1) / 2,
        task -> {
          int i = (int) ((Math.sqrt(8.0 * task + 1) - 1) / 2);
          work.run(i, task - i * (i + 1) / 2);
        });
  }

  @Override
  public void close() {
    Arrays.stream(tiles)
        .flatMap(Arrays::stream)
        .filter(t -> !t.wasClosed())
        .forEach(INDArray::close);
  }
}
