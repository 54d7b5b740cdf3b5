package org.mf4j.engine.fused;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads {@code [T,B,n]} one step and a few series at a time, where they lie in memory. DL4J hands
 * over time slices that are column-major (its F-ordered {@code [B,n,T]}) or row-major, and the
 * series of a data set one after the other. One instance per thread.
 */
final class TimeSlices {
  // Holds the memory that the buffer looks at.
  private final INDArray array;
  private final FloatBuffer buffer;
  private final int offset;
  private final int batch;
  private final int n;
  private final long timeStride;
  private final boolean rowMajor;
  private final boolean columnMajor;
  private final float[] slice;
  private final Zeros zeros;
  private final Lines lines = new Lines();

  private TimeSlices(INDArray array, Zeros zeros) {
    this.array = array;
    this.buffer = array.data().asNioFloat();
    this.offset = buffer.position();
    this.batch = (int) array.size(1);
    this.n = (int) array.size(2);
    this.timeStride = array.size(0) == 1 ? 0 : array.stride(0);
    this.rowMajor = isRowMajor(array);
    this.columnMajor = isColumnMajor(array);
    this.slice = new float[columnMajor ? batch * n : 0];
    this.zeros = zeros;
  }

  static TimeSlices of(INDArray array) {
    return new TimeSlices(
        array, new Zeros((int) array.size(0), (int) (array.size(1) * array.size(2))));
  }

  /** The same data for another thread. */
  TimeSlices forThread() {
    return new TimeSlices(array, zeros);
  }

  /**
   * Reads the rows [row, row + rows) of step t, unless the whole step is known to be zero.
   *
   * @return false if nothing but zeros is there; {@code into} may then be unchanged
   */
  boolean read(int t, int row, int rows, float[] into) {
    int start = (int) (offset + t * timeStride);
    if ((rowMajor || columnMajor) && zeros.isZero(t, buffer, start)) {
      return false;
    }
    if (rowMajor) {
      buffer.get(start + row * n, into, 0, rows * n);
    } else if (columnMajor) {
      readColumns(start + row, rows, into);
    } else if (timeStride == 1) {
      lines.read(t, row, rows, into);
    } else {
      readApart(start, row, rows, into);
    }
    return true;
  }

  private void readColumns(int start, int rows, float[] into) {
    for (int j = 0; j < n; j++) {
      buffer.get(start + j * batch, slice, j * rows, rows);
    }
    for (int j = 0; j < n; j++) {
      for (int r = 0; r < rows; r++) {
        into[r * n + j] = slice[j * rows + r];
      }
    }
  }

  private void readApart(int start, int row, int rows, float[] into) {
    int rowStride = array.stride(1);
    int columnStride = array.stride(2);
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < n; j++) {
        into[r * n + j] = buffer.get(start + (row + r) * rowStride + j * columnStride);
      }
    }
  }

  /**
   * Reads series that lie one after the other, some steps at a time: the next steps of a channel
   * lie beside it, and would be fetched from memory again for every step.
   */
  private final class Lines {
    private static final int STEPS = 8;

    private final float[] line = new float[STEPS];
    private float[] read = {};
    private int row = -1;
    private int first;

    void read(int t, int fromRow, int rows, float[] into) {
      int width = rows * n;
      if (row != fromRow || read.length != STEPS * width || t / STEPS != first / STEPS) {
        load(t / STEPS * STEPS, fromRow, rows);
      }
      System.arraycopy(read, (t - first) * width, into, 0, width);
    }

    private void load(int from, int fromRow, int rows) {
      int width = rows * n;
      int count = (int) Math.min(STEPS, array.size(0) - from);
      read = read.length == STEPS * width ? read : new float[STEPS * width];
      row = fromRow;
      first = from;
      for (int i = 0; i < width; i++) {
        int start = (row + i / n) * array.stride(1) + i % n * array.stride(2);
        buffer.get(offset + from + start, line, 0, count);
        for (int k = 0; k < count; k++) {
          read[k * width + i] = line[k];
        }
      }
    }
  }

  private static boolean isRowMajor(INDArray a) {
    return (a.size(2) == 1 || a.stride(2) == 1) && (a.size(1) == 1 || a.stride(1) == a.size(2));
  }

  private static boolean isColumnMajor(INDArray a) {
    return (a.size(1) == 1 || a.stride(1) == 1) && (a.size(2) == 1 || a.stride(2) == a.size(1));
  }

  /**
   * Which steps of an array are all zero. A network that looks at the last state alone sends back
   * zeros for all steps but one; a comparison of memory finds that out much faster than reading
   * does.
   */
  private static final class Zeros {
    private static final byte UNKNOWN = 0;
    private static final byte ZERO = 1;
    private static final byte OTHER = 2;

    private final byte[] known;
    private final FloatBuffer zeros;

    Zeros(int steps, int sliceLength) {
      this.known = new byte[steps];
      this.zeros = FloatBuffer.allocate(sliceLength);
    }

    /** Threads that ask at once may both look, and find the same. */
    boolean isZero(int t, FloatBuffer buffer, int start) {
      if (known[t] == UNKNOWN) {
        boolean same = zeros.mismatch(buffer.slice(start, zeros.capacity())) < 0;
        known[t] = same ? ZERO : OTHER;
      }
      return known[t] == ZERO;
    }
  }
}
