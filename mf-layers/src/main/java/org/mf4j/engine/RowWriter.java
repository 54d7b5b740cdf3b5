package org.mf4j.engine;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Writes plain numbers into an array in the precision of a network. All processors share the rows:
 * new memory is slow when it is first touched.
 */
public final class RowWriter {
  private static final int ROWS_AT_ONCE = 16;

  private RowWriter() {}

  /**
   * Writes all rows.
   *
   * @param target in C order, float or double
   * @param rows how many rows of equal length fill it
   * @param row gives the numbers of a row; called by several threads
   */
  public static void write(INDArray target, int rows, IntFunction<double[]> row) {
    boolean isDouble = target.dataType() == DataType.DOUBLE;
    Workers.runParts(
        rows,
        ROWS_AT_ONCE,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            double[] values = row.apply(i);
            if (isDouble) {
              DoubleBuffer buffer = target.data().asNioDouble();
              buffer.put(buffer.position() + i * values.length, values);
            } else {
              writeFloats(values, target.data().asNioFloat(), i);
            }
          }
        });
  }

  private static void writeFloats(double[] values, FloatBuffer buffer, int row) {
    float[] floats = new float[values.length];
    for (int j = 0; j < floats.length; j++) {
      floats[j] = (float) values[j];
    }
    buffer.put(buffer.position() + row * floats.length, floats);
  }
}
