package org.mf4j.engine.fused;

import java.nio.FloatBuffer;
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
}
