package org.mf4j.engine.fused;

import java.util.Optional;
import org.mf4j.engine.StateGradients;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Where the gradients of a batch come from on the way back, and where they go. For one thread.
 *
 * @param epsilon dL/d activations, if any
 * @param last dL/d last states {@code [B,N]}, if any
 * @param initial takes dL/dh(0) {@code [B,N]}
 * @param input takes dL/dx {@code [T,B,nIn]}
 */
record BlockEnds(
    Optional<TimeSlices> epsilon, Optional<Matrix> last, Matrix initial, Matrix input) {

  static BlockEnds of(StateGradients from, INDArray initial, INDArray input) {
    return new BlockEnds(
        from.activations().map(TimeSlices::of),
        from.lastState().map(Matrix::overRows),
        Matrix.over(initial),
        Matrix.over(input));
  }

  BlockEnds forThread() {
    return new BlockEnds(epsilon.map(TimeSlices::forThread), last, initial, input);
  }
}
