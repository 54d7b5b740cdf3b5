package org.mf4j.readout;

import java.util.List;
import org.mf4j.options.Require;

/**
 * How much an example of a class weighs, where classes are of different sizes. The class of an
 * example is its largest target, or with one target, 1 for a positive one and 0 otherwise. Weights
 * enter the means as well as the squares, as in scikit-learn.
 */
public sealed interface ClassWeights {
  /** Every example weighs 1; the only choice for regression. */
  record None() implements ClassWeights {}

  /**
   * n / (C n_c) for each of the n_c examples of class c, where C is the number of classes that
   * occur: all classes weigh the same, the mean weight is 1. scikit-learn's {@code
   * class_weight="balanced"}. Reads the targets once more.
   */
  record Balanced() implements ClassWeights {}

  /**
   * Given weights.
   *
   * @param weights one per class, in the order of the targets, each above 0
   */
  record Given(List<Double> weights) implements ClassWeights {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if a weight is not above 0
     */
    public Given {
      weights.forEach(weight -> Require.positive("weight", weight));
      weights = List.copyOf(weights);
    }
  }
}
