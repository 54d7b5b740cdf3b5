package org.mf4j.readout;

import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.options.Require;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * How the penalty lambda of a ridge regression is found. Every rule but {@link Fixed} takes the
 * value with the smallest mean squared error over all examples and outputs together, the first of
 * equals, which is the rule of scikit-learn's {@code RidgeCV}; classes count as +1 and -1. One
 * eigendecomposition serves all values.
 */
public sealed interface LambdaRule {
  /**
   * The values tried unless others are given: 17 from 1e-3 to 1e5, two per decade. They suit
   * standardised features.
   */
  List<Double> DEFAULT_GRID = logSpaced(1e-3, 1e5, 17);

  /**
   * A given value.
   *
   * @param lambda 0 or above; with 0, dependent features get the solution of least norm
   */
  record Fixed(double lambda) implements LambdaRule {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if lambda is negative or not finite
     */
    public Fixed {
      Require.nonNegative("lambda", lambda);
    }
  }

  /**
   * The exact error of leaving one example out (Allen's PRESS, 1974). Needs the examples a second
   * time; they are computed again where they are too many to keep.
   *
   * @param lambdas values to try, each above 0
   */
  record LeaveOneOut(List<Double> lambdas) implements LambdaRule {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if there is no value or one is not above 0
     */
    public LeaveOneOut {
      lambdas = checked(lambdas);
    }
  }

  /**
   * Generalised cross-validation (Golub, Heath and Wahba, 1979), which needs the statistics only.
   *
   * @param lambdas values to try, each above 0
   */
  record GeneralisedCrossValidation(List<Double> lambdas) implements LambdaRule {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if there is no value or one is not above 0
     */
    public GeneralisedCrossValidation {
      lambdas = checked(lambdas);
    }
  }

  /**
   * The error on other examples, which take no part in the fit.
   *
   * @param lambdas values to try, each above 0
   * @param examples of the same kind as those that are fitted; read once from the start. For the
   *     readout of a network, its inputs; otherwise features {@code [n,N]}. Labels as in training
   */
  record ValidationSet(List<Double> lambdas, DataSetIterator examples) implements LambdaRule {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException if there is no value or one is not above 0
     */
    public ValidationSet {
      lambdas = checked(lambdas);
    }
  }

  /**
   * Values in a geometric sequence.
   *
   * @param from the first, above 0
   * @param to the last, above 0
   * @param count how many, at least 2
   * @return the values in order
   * @throws IllegalArgumentException if a value is not in its range
   */
  static List<Double> logSpaced(double from, double to, int count) {
    double first = Math.log10(Require.positive("from", from));
    double last = Math.log10(Require.positive("to", to));
    if (count < 2) {
      throw new IllegalArgumentException("count = " + count + ": must be at least 2");
    }
    return IntStream.range(0, count)
        .mapToObj(i -> Math.pow(10, first + (last - first) * i / (count - 1)))
        .toList();
  }

  private static List<Double> checked(List<Double> lambdas) {
    if (lambdas.isEmpty()) {
      throw new IllegalArgumentException("lambdas: there is none; give at least 1 value");
    }
    lambdas.forEach(lambda -> Require.positive("lambda", lambda));
    return List.copyOf(lambdas);
  }
}
