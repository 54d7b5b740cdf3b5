package org.mf4j.readout;

import java.util.Arrays;
import java.util.List;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

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

  /** One weight per class, or null where every example weighs 1. */
  private double[] perClass(RowSource rows) {
    int classes = Math.max(2, rows.targets());
    if (this instanceof Given given) {
      if (given.weights.size() != classes) {
        throw new IllegalArgumentException(
            "weights: " + given.weights.size() + " for " + classes + " classes; must be one each");
      }
      return given.weights.stream().mapToDouble(weight -> weight).toArray();
    }
    return this instanceof Balanced ? balanced(rows, classes) : null;
  }

  private static double[] balanced(RowSource rows, int classes) {
    double[] counts = new double[classes];
    rows.forEachTarget(y -> Arrays.stream(classesOf(y)).forEach(index -> counts[index]++));
    double occurring = Arrays.stream(counts).filter(count -> count > 0).count();
    double examples = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> examples / (occurring * count)).toArray();
  }

  /** The same rows with these weights as well. */
  default RowSource weigh(RowSource rows) {
    double[] perClass = perClass(rows);
    return perClass == null ? rows : new WeightedRows(rows, perClass);
  }

  /** {@return per row of targets {@code [n,K]} the index of the class} */
  static int[] classesOf(INDArray y) {
    return y.size(1) == 1
        ? Arrays.stream(RowMajor.values(y)).mapToInt(target -> target > 0 ? 1 : 0).toArray()
        : y.argMax(1).toIntVector();
  }
}
