package org.mf4j.search;

import java.util.List;

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
}
