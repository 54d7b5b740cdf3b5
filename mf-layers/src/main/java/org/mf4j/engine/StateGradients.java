package org.mf4j.engine;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the loss sends back to the states of a run. What is absent is 0 everywhere; a network that
 * reads the last states alone needs no array over all steps.
 *
 * @param activations dL/d activations {@code [T,B,N]}, any strides
 * @param lastState dL/d {@link SequenceRun#lastState()} {@code [B,m N]}; where the last steps of a
 *     series are masked it passes to the step before them
 */
public record StateGradients(Optional<INDArray> activations, Optional<INDArray> lastState) {
  /**
   * Of a loss that looks at the activations.
   *
   * @param epsilon as above
   * @return the gradients
   */
  public static StateGradients ofActivations(INDArray epsilon) {
    return new StateGradients(Optional.of(epsilon), Optional.empty());
  }

  /**
   * Of a loss that looks at the last states.
   *
   * @param epsilon as above
   * @return the gradients
   */
  public static StateGradients ofLastState(INDArray epsilon) {
    return new StateGradients(Optional.empty(), Optional.of(epsilon));
  }
}
