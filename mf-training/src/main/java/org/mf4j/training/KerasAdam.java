package org.mf4j.training;

import org.nd4j.linalg.learning.config.Adam;

/** Adam as Keras has it by default, which the papers used. */
public final class KerasAdam {
  /** Keras' default; DL4J's is 1e-8. */
  private static final double EPSILON = 1e-7;

  private KerasAdam() {}

  /**
   * The optimiser.
   *
   * @param learningRate its step size, above 0
   * @return beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7
   */
  public static Adam of(double learningRate) {
    return Adam.builder().learningRate(learningRate).epsilon(EPSILON).build();
  }
}
