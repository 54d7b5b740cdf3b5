package org.mf4j.engine;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Parameters and their gradients column after column, which is how the views of a network lie in
 * memory: these are read and written in one piece, where an operation of ND4J would cost more than
 * the numbers themselves.
 */
final class Columns {
  private Columns() {}

  /** Looks at the matrix if it lies so, and at a copy otherwise. */
  static FloatBuffer of(INDArray matrix) {
    return isInColumns(matrix)
        ? inMemory(matrix)
        : FloatBuffer.wrap(matrix.dup('f').data().asFloat());
  }

  /** Overwrites the matrix with the columns. */
  static void write(float[] columns, INDArray matrix) {
    INDArray target = isInColumns(matrix) ? matrix : matrix.dup('f');
    inMemory(target).put(columns);
    if (target != matrix) {
      matrix.assign(target);
    }
  }

  private static FloatBuffer inMemory(INDArray matrix) {
    FloatBuffer buffer = matrix.data().asNioFloat();
    return buffer.slice(buffer.position(), (int) matrix.length());
  }

  private static boolean isInColumns(INDArray matrix) {
    return (matrix.size(0) == 1 || matrix.stride(0) == 1)
        && (matrix.size(1) == 1 || matrix.stride(1) == matrix.size(0));
  }

  /**
   * Remembers the parameters that were loaded last. DL4J changes them in place and keeps no
   * version; comparing costs a tenth of loading, which matters when a series comes one step at a
   * time.
   */
  static final class Snapshot {
    private final Map<String, FloatBuffer> last = new HashMap<>();
    private double[] scale;

    /** Whether anything differs from the call before; remembers what it saw. */
    boolean changed(Map<String, INDArray> params, double[] scaleOfColumns) {
      boolean changed = !Arrays.equals(scale, scaleOfColumns);
      scale = scaleOfColumns;
      for (Map.Entry<String, INDArray> param : params.entrySet()) {
        FloatBuffer now = of(param.getValue());
        FloatBuffer before = last.get(param.getKey());
        if (before == null || before.mismatch(now) >= 0) {
          last.put(param.getKey(), copy(now));
          changed = true;
        }
      }
      return changed;
    }

    /**
     * The columns of a parameter, one after the other, as they were seen last; not to be changed.
     */
    float[] columns(String param) {
      return last.get(param).array();
    }

    private static FloatBuffer copy(FloatBuffer values) {
      return FloatBuffer.allocate(values.remaining()).put(values.duplicate()).flip();
    }
  }
}
