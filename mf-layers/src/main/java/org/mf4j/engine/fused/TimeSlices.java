package org.mf4j.engine.fused;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads {@code [T,B,n]} one step and a few series at a time, whatever the order in memory. DL4J
 * hands over time slices that are column-major (its F-ordered {@code [B,n,T]}) or row-major; these
 * are read where they lie, anything else is copied first. One instance per thread.
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
  private final float[] slice;

  private TimeSlices(INDArray array) {
    this.array = array;
    this.buffer = array.data().asNioFloat();
    this.offset = buffer.position();
    this.batch = (int) array.size(1);
    this.n = (int) array.size(2);
    this.timeStride = array.size(0) == 1 ? 0 : array.stride(0);
    this.rowMajor = isRowMajor(array);
    this.slice = new float[rowMajor ? 0 : batch * n];
  }

  static TimeSlices of(INDArray array) {
    return new TimeSlices(isRowMajor(array) || isColumnMajor(array) ? array : array.dup('c'));
  }

  /** The same data for another thread. */
  TimeSlices forThread() {
    return new TimeSlices(array);
  }

  /**
   * Reads the rows [row, row + rows) of step t, unless they are zero.
   *
   * @return false if nothing but zeros is there; {@code into} may then be unchanged
   */
  boolean read(int t, int row, int rows, float[] into) {
    int start = (int) (offset + t * timeStride);
    if (rowMajor) {
      buffer.get(start + row * n, into, 0, rows * n);
      return !isZero(into, rows * n);
    }
    for (int j = 0; j < n; j++) {
      buffer.get(start + j * batch + row, slice, j * rows, rows);
    }
    if (isZero(slice, rows * n)) {
      return false;
    }
    for (int j = 0; j < n; j++) {
      for (int r = 0; r < rows; r++) {
        into[r * n + j] = slice[j * rows + r];
      }
    }
    return true;
  }

  /** A maximum over all entries is vectorised, a search for the first one is not. */
  private static boolean isZero(float[] values, int length) {
    float largest = 0f;
    for (int i = 0; i < length; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return largest == 0f;
  }

  private static boolean isRowMajor(INDArray a) {
    return (a.size(2) == 1 || a.stride(2) == 1) && (a.size(1) == 1 || a.stride(1) == a.size(2));
  }

  private static boolean isColumnMajor(INDArray a) {
    return (a.size(1) == 1 || a.stride(1) == 1) && (a.size(2) == 1 || a.stride(2) == a.size(1));
  }
}
