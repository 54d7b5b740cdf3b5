package org.mf4j.models;

import java.util.List;
import org.mf4j.data.SeriesSet;

/**
 * What a model predicts.
 *
 * @param classes the class labels in the order of their indices; empty for regression
 */
public record Task(List<String> classes) {
  /** Copies. */
  public Task {
    classes = List.copyOf(classes);
  }

  /**
   * The task of a set of series.
   *
   * @param series the set
   * @return its task
   */
  public static Task of(SeriesSet series) {
    return new Task(series.classes());
  }

  /**
   * Whether the target is a class.
   *
   * @return true for classification, false for regression
   */
  public boolean isClassification() {
    return !classes.isEmpty();
  }

  /**
   * How this task is scored.
   *
   * @return accuracy for classes, RMSE for numbers
   */
  public Metric metric() {
    return isClassification() ? Metric.ACCURACY : Metric.RMSE;
  }
}
