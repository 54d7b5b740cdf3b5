package org.mf4j.experiment.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.Metric;

/**
 * What a data set is.
 *
 * @param train training series
 * @param test test series
 * @param channels channels of every series
 * @param shortest steps of the shortest series of both sets
 * @param longest steps of the longest
 * @param classes how many; 0 for numbers
 * @param missing values that were missing in both sets, and are interpolated
 */
public record SetFacts(
    int train, int test, int channels, int shortest, int longest, int classes, long missing) {
  /**
   * The facts of a set.
   *
   * @param data as it was read
   * @return its facts
   */
  public static SetFacts of(DatasetSplit data) {
    SeriesSet train = data.train();
    int[] lengths = series(data).mapToInt(Series::length).toArray();
    return new SetFacts(
        train.size(),
        data.test().size(),
        train.channels(),
        Arrays.stream(lengths).min().orElseThrow(),
        Arrays.stream(lengths).max().orElseThrow(),
        train.classes().size(),
        series(data)
            .flatMap(one -> Arrays.stream(one.channels()))
            .flatMapToDouble(Arrays::stream)
            .filter(Double::isNaN)
            .count());
  }

  private static Stream<Series> series(DatasetSplit data) {
    return Stream.concat(data.train().series().stream(), data.test().series().stream());
  }

  /** {@return accuracy for classes, RMSE for numbers} */
  public Metric metric() {
    return classes > 0 ? Metric.ACCURACY : Metric.RMSE;
  }

  /** {@return what was done to the series before any model saw them, one clause each} */
  public List<String> preparation() {
    List<String> done = new ArrayList<>();
    if (missing > 0) {
      done.add(missing + " missing value" + (missing == 1 ? "" : "s") + " interpolated");
    }
    if (shortest < longest) {
      done.add("unequal lengths masked");
    }
    return done;
  }
}
