package org.mf4j.cli.report;

import java.util.List;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Task;

/**
 * What a comparison compares, as its reports state it.
 *
 * @param data training and test set, transformed
 * @param transforms what was done to the series, as the command line takes it; empty for nothing
 * @param reference the task of the papers that the settings come from
 * @param models the settings in the order of the rows
 * @param trials fits per model
 * @param seed the seed of the first trial
 */
public record ComparisonSetup(
    DatasetSplit data,
    String transforms,
    PaperReference reference,
    List<ModelSettings> models,
    int trials,
    long seed) {
  /** Copies. */
  public ComparisonSetup {
    models = List.copyOf(models);
  }

  /**
   * How the scores are to be read.
   *
   * @return accuracy for classes, RMSE for numbers
   */
  public Metric metric() {
    return Task.of(data.train()).metric();
  }
}
