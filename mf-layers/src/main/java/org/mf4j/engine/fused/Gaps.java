package org.mf4j.engine.fused;

import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The absent steps of a batch: where the mask is 0. */
final class Gaps {
  private final float[] mask;
  private final int steps;

  private Gaps(float[] mask, int steps) {
    this.mask = mask;
    this.steps = steps;
  }

  static Gaps of(Optional<INDArray> mask, int steps) {
    return new Gaps(
        mask.map(m -> m.castTo(DataType.FLOAT).dup('c').data().asFloat()).orElse(new float[0]),
        steps);
  }

  boolean at(int series, int t) {
    return mask.length > 0 && mask[series * steps + t] == 0f;
  }

  /** Whether any of the series [start, start + rows) is absent at step t. */
  boolean any(int start, int rows, int t) {
    for (int r = 0; r < rows && mask.length > 0; r++) {
      if (at(start + r, t)) {
        return true;
      }
    }
    return false;
  }
}
