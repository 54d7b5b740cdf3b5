package org.mf4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** Sets of the arrays that {@link Mf} is given, {@code [series][channel][step]}. */
final class GivenSeries {
  private GivenSeries() {}

  static SeriesSet unknown(double[][][] series) {
    return set(List.of(), series, i -> Double.NaN);
  }

  static SeriesSet labelled(double[][][] series, String[] labels) {
    requireOneEach("labels", labels.length, series);
    List<String> classes = Arrays.stream(labels).distinct().sorted().toList();
    return set(classes, series, i -> classes.indexOf(labels[i]));
  }

  static SeriesSet numbered(double[][][] series, double[] targets) {
    requireOneEach("targets", targets.length, series);
    return set(List.of(), series, i -> targets[i]);
  }

  private static SeriesSet set(
      List<String> classes, double[][][] series, IntToDoubleFunction target) {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < series.length; i++) {
      all.add(new Series(series[i], target.applyAsDouble(i)));
    }
    return new SeriesSet("given", classes, all);
  }

  private static void requireOneEach(String field, int count, double[][][] series) {
    if (count != series.length) {
      throw new IllegalArgumentException(
          "%s: %d for %d series; give one each".formatted(field, count, series.length));
    }
  }
}
