package org.mf4j.search;

import java.util.List;
import org.mf4j.readout.LambdaRule;

/**
 * One axis of a grid.
 *
 * @param hyperparameter what varies
 * @param values its values, one at least, each once
 */
public record Dimension(Hyperparameter hyperparameter, List<Double> values) {
  /**
   * Copies and validates.
   *
   * @throws IllegalArgumentException if there is no value or one is named twice
   */
  public Dimension {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException(hyperparameter.id() + ": no value; give at least 1");
    }
    if (values.stream().distinct().count() < values.size()) {
      throw new IllegalArgumentException(
          hyperparameter.id() + " = " + values + ": names a value twice; name each once");
    }
  }

  /**
   * An axis.
   *
   * @param hyperparameter what varies
   * @param values its values
   * @return the dimension
   * @throws IllegalArgumentException if there is no value or one is named twice
   */
  public static Dimension of(Hyperparameter hyperparameter, Double... values) {
    return new Dimension(hyperparameter, List.of(values));
  }

  /**
   * An axis of values in a geometric sequence.
   *
   * @param hyperparameter what varies
   * @param from the first value, above 0
   * @param to the last, above 0
   * @param count how many, at least 2
   * @return the dimension
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static Dimension logSpaced(
      Hyperparameter hyperparameter, double from, double to, int count) {
    return new Dimension(hyperparameter, LambdaRule.logSpaced(from, to, count));
  }
}
