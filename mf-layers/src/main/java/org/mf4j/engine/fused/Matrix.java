package org.mf4j.engine.fused;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A float matrix in C order outside of the Java heap, with fast access to whole rows; products are
 * calls of the BLAS library that ND4J brings.
 */
final class Matrix implements AutoCloseable {
  private final INDArray array;
  private final FloatPointer entries;
  private final FloatBuffer buffer;
  private final int offset;
  private final int columns;

  private Matrix(INDArray array, FloatPointer entries, long columns) {
    this.array = array;
    this.entries = entries;
    this.buffer = array.data().asNioFloat();
    this.offset = buffer.position();
    this.columns = (int) columns;
  }

  /**
   * Allocates without clearing, outside of every workspace.
   *
   * @throws IllegalArgumentException if the matrix would not fit one buffer
   */
  static Matrix allocate(long rows, int columns) {
    if (rows * columns > Integer.MAX_VALUE / Float.BYTES) {
      throw new IllegalArgumentException(
          "a block of "
              + rows
              + " steps of "
              + columns
              + " neurons does not fit one buffer: shorten the series or use truncated BPTT");
    }
    INDArray array = Nd4j.createUninitializedDetached(DataType.FLOAT, rows, columns);
    return new Matrix(array, new FloatPointer(array.data().addressPointer()), columns);
  }

  /**
   * Looks at an array in C order, to read and write; the last dimension is the columns, the others
   * are the rows.
   */
  static Matrix over(INDArray contiguous) {
    return over(contiguous, contiguous.size(contiguous.rank() - 1));
  }

  /** Looks at an array in C order as rows of so many columns, whatever its shape. */
  static Matrix over(INDArray contiguous, long columns) {
    return new Matrix(contiguous, null, columns);
  }

  /** Looks at an array of any order, to read. */
  static Matrix overRows(INDArray matrix) {
    boolean inRows = matrix.ordering() == 'c' && matrix.elementWiseStride() == 1;
    return over(inRows ? matrix : matrix.dup('c'));
  }

  int rows() {
    return (int) array.size(0);
  }

  int columns() {
    return columns;
  }

  /**
   * Where the given row of an allocated matrix begins. One object, moved by every call: threads may
   * share a matrix whose first row alone is asked for, as the weights are.
   */
  FloatPointer from(int row) {
    return entries.position((long) row * columns);
  }

  /** Reads from the given row on, as many rows as fill {@code length} entries. */
  void read(int row, float[] into, int length) {
    buffer.get(offset + row * columns, into, 0, length);
  }

  /** Reads the first columns of some rows. */
  void read(int row, int rows, float[] into, int width) {
    for (int r = 0; r < rows; r++) {
      buffer.get(offset + (row + r) * columns, into, r * width, width);
    }
  }

  /** Writes from the given row on. */
  void write(int row, float[] from, int length) {
    buffer.put(offset + row * columns, from, 0, length);
  }

  /** Writes so many columns of some rows, from the given column on. */
  void write(int row, int rows, float[] from, int width, int column) {
    for (int r = 0; r < rows; r++) {
      buffer.put(offset + (row + r) * columns + column, from, r * width, width);
    }
  }

  /**
   * Reads some rows, each of so many parts, part by part: all first parts, all second parts ... One
   * part is the rows as they lie.
   */
  void readPlanes(int row, int rows, float[] into, int planes) {
    int width = columns / planes;
    if (planes == 1) {
      read(row, into, rows * width);
      return;
    }
    for (int i = 0; i < planes * rows; i++) {
      int from = offset + (row + i % rows) * columns + i / rows * width;
      buffer.get(from, into, i * width, width);
    }
  }

  /** Writes what {@link #readPlanes} reads. */
  void writePlanes(int row, int rows, float[] from, int planes) {
    int width = columns / planes;
    if (planes == 1) {
      write(row, from, rows * width);
      return;
    }
    for (int i = 0; i < planes * rows; i++) {
      int to = offset + (row + i % rows) * columns + i / rows * width;
      buffer.put(to, from, i * width, width);
    }
  }

  /**
   * C = A B, with A the given rows of a and C as many rows from the first one on. A call of the
   * BLAS library costs 0.05 microseconds beside its arithmetic, 1.5 as a prepared operation of ND4J
   * and 12 as {@code Nd4j.gemm}.
   */
  static void product(Matrix a, int firstRow, int rows, Matrix b, Matrix c) {
    cblas_sgemm(
        CblasRowMajor,
        CblasNoTrans,
        CblasNoTrans,
        rows,
        b.columns(),
        a.columns(),
        1f,
        a.from(firstRow),
        a.columns(),
        b.from(0),
        b.columns(),
        0f,
        c.from(0),
        c.columns());
  }

  /** C = A^T B + factor C, with A and B so many rows of a and b. */
  static void transposedProduct(
      Matrix a, int firstOfA, Matrix b, int firstOfB, int rows, Matrix c, float factor) {
    cblas_sgemm(
        CblasRowMajor,
        CblasTrans,
        CblasNoTrans,
        a.columns(),
        b.columns(),
        rows,
        1f,
        a.from(firstOfA),
        a.columns(),
        b.from(firstOfB),
        b.columns(),
        factor,
        c.from(0),
        c.columns());
  }

  /** Sets a whole column. */
  void fill(int column, float value) {
    for (int row = 0; row < rows(); row++) {
      buffer.put(offset + row * columns + column, value);
    }
  }

  @Override
  public void close() {
    array.close();
  }
}
