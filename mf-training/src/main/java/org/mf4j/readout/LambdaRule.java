package org.mf4j.readout;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mf4j.options.Require;

/**
 * How the penalty lambda of a ridge regression is found. Every rule but {@link Fixed} takes the
 * value with the smallest mean squared error over all examples and outputs together, the first of
 * equals, which is the rule of scikit-learn's {@code RidgeCV}; classes count as +1 and -1. One
 * reduction serves all values.
 *
 * <p>A rule is named by {@link #name} and found by its name again with {@link #of}.
 */
public sealed interface LambdaRule extends Serializable {
  /**
   * The values tried unless others are given: 17 from 1e-3 to 1e5, two per decade. They suit
   * standardised features.
   */
  List<Double> DEFAULT_GRID = logSpaced(1e-3, 1e5, 17);

  /**
   * The rule in a word.
   *
   * @return what {@link #of} takes: a number for a given value, else {@code LeaveOneOut} or {@code
   *     GeneralisedCrossValidation}, followed by the values in brackets where they are not {@link
   *     #DEFAULT_GRID}: {@code LeaveOneOut[0.1,1.0]}
   */
  String name();

  /**
   * A given value.
   *
   * @param lambda 0 or above; with 0, dependent features get the solution of least norm
   */
  record Fixed(double lambda) implements LambdaRule {
    /**
     * Holds a penalty of 0 or above.
     *
     * @throws IllegalArgumentException if lambda is negative or not finite
     */
    public Fixed {
      Require.nonNegative("lambda", lambda);
    }

    @Override
    public String name() {
      return Double.toString(lambda);
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
     * Holds values above 0.
     *
     * @throws IllegalArgumentException if there is no value or one is not above 0
     */
    public LeaveOneOut {
      lambdas = checked(lambdas);
    }

    @Override
    public String name() {
      return "LeaveOneOut" + bracketed(lambdas);
    }
  }

  /**
   * Generalised cross-validation (Golub, Heath and Wahba, Technometrics 21, 215, 1979), which needs
   * the statistics only.
   *
   * @param lambdas values to try, each above 0
   */
  record GeneralisedCrossValidation(List<Double> lambdas) implements LambdaRule {
    /**
     * Holds values above 0.
     *
     * @throws IllegalArgumentException if there is no value or one is not above 0
     */
    public GeneralisedCrossValidation {
      lambdas = checked(lambdas);
    }

    @Override
    public String name() {
      return "GeneralisedCrossValidation" + bracketed(lambdas);
    }
  }

  /**
   * The rule of a name.
   *
   * @param name a {@link #name}; {@code loo} and {@code gcv} are short for the two words
   * @return the rule
   * @throws IllegalArgumentException if it names no rule or a value is not in its range
   */
  static LambdaRule of(String name) {
    int bracket = name.indexOf('[');
    String word = bracket < 0 ? name : name.substring(0, bracket);
    return switch (word) {
      case "loo", "LeaveOneOut" -> of(name, bracket, LeaveOneOut::new);
      case "gcv", "GeneralisedCrossValidation" ->
          of(name, bracket, GeneralisedCrossValidation::new);
      default -> new Fixed(number(name, name));
    };
  }

  private static LambdaRule of(String name, int bracket, Function<List<Double>, LambdaRule> rule) {
    if (bracket < 0) {
      return rule.apply(DEFAULT_GRID);
    }
    String values = name.substring(bracket + 1).replaceFirst("\\]$", "");
    return rule.apply(
        Arrays.stream(values.split(",")).map(value -> number(name, value.strip())).toList());
  }

  private static double number(String name, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "lambda = " + name + ": must be a number of 0 or above, loo or gcv", e);
    }
  }

  private static String bracketed(List<Double> lambdas) {
    return lambdas.equals(DEFAULT_GRID)
        ? ""
        : lambdas.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
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
