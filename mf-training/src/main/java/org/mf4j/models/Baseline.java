package org.mf4j.models;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/**
 * The predictor that looks at no series: the most frequent class of the training set (the first of
 * equals), or the mean of its targets. A model that does not beat it has learned nothing.
 *
 * @param task what is predicted
 * @param prediction the index of the class, or the number
 */
public record Baseline(Task task, double prediction) {
  /**
   * The baseline of a training set.
   *
   * @param train series with their targets
   * @return what it predicts for every series
   */
  public static Baseline of(SeriesSet train) {
    Task task = Task.of(train);
    double[] targets = train.series().stream().mapToDouble(Series::target).toArray();
    return new Baseline(
        task,
        task.isClassification()
            ? mostFrequent(targets, task.classes().size())
            : Arrays.stream(targets).average().orElseThrow());
  }

  private static int mostFrequent(double[] targets, int classes) {
    long[] counts = new long[classes];
    Arrays.stream(targets).forEach(target -> counts[(int) target]++);
    return IntStream.range(0, classes)
        .reduce((best, next) -> counts[next] > counts[best] ? next : best)
        .orElseThrow();
  }

  /**
   * Scores it.
   *
   * @param series series with their targets
   * @return accuracy or RMSE, see {@link Task#metric()}
   * @throws org.mf4j.data.series.DataException if the targets are not of this task
   */
  public double score(SeriesSet series) {
    double[] predictions = new double[series.size()];
    Arrays.fill(predictions, prediction);
    return task.score(predictions, series);
  }

  /**
   * Its name in tables.
   *
   * @return {@code majority class} or {@code mean predictor}
   */
  public String describe() {
    return task.isClassification() ? "majority class" : "mean predictor";
  }
}
