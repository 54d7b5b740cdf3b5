package org.mf4j.engine.fused;

import java.util.Optional;
import org.mf4j.engine.SequenceGradients;
import org.mf4j.engine.StateGradients;

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

  static BlockEnds of(StateGradients from, SequenceGradients to) {
    return new BlockEnds(
        from.activations().map(TimeSlices::of),
        from.lastState().map(Matrix::overRows),
        Matrix.over(to.initialState()),
        Matrix.over(to.input()));
  }

  BlockEnds forThread() {
    return new BlockEnds(epsilon.map(TimeSlices::forThread), last, initial, input);
  }
}
