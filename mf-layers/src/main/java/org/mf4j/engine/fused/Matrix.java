package org.mf4j.engine.fused;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A float matrix in C order outside of the Java heap, with fast access to whole rows. */
final class Matrix implements AutoCloseable {
  private final INDArray array;
  private final FloatBuffer buffer;
  private final int offset;
  private final int columns;

  private Matrix(INDArray array) {
    this.array = array;
    this.buffer = array.data().asNioFloat();
    this.offset = buffer.position();
    this.columns = (int) array.size(array.rank() - 1);
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
    return new Matrix(Nd4j.createUninitializedDetached(DataType.FLOAT, rows, columns));
  }

  /** Looks at an array in C order; the last dimension is the columns, the others are the rows. */
  static Matrix over(INDArray contiguous) {
    return new Matrix(contiguous);
  }

  INDArray array() {
    return array;
  }

  /** Reads from the given row on, as many rows as fill {@code length} entries. */
  void read(int row, float[] into, int length) {
    buffer.get(offset + row * columns, into, 0, length);
  }

  /** Writes from the given row on. */
  void write(int row, float[] from, int length) {
    buffer.put(offset + row * columns, from, 0, length);
  }

  @Override
  public void close() {
    array.close();
  }
}
