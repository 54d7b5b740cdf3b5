package org.mf4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/**
 * Small sets whose values say where they stand: series i, channel c, step t holds 100i + 10c + t.
 */
public final class SampleSets {
  private SampleSets() {}

  /** One series per length; series i has the class i modulo the number of classes. */
  public static SeriesSet ofLengths(int channels, int classes, int... lengths) {
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < lengths.length; i++) {
      double[][] values = new double[channels][lengths[i]];
      for (int c = 0; c < channels; c++) {
        for (int t = 0; t < lengths[i]; t++) {
          values[c][t] = 100 * i + 10 * c + t;
        }
      }
      series.add(new Series(values, i % classes));
    }
    return new SeriesSet("sample", labels(classes), series);
  }

  /** Series of one step with these classes. */
  public static SeriesSet ofTargets(int classes, int... targets) {
    List<Series> series =
        IntStream.range(0, targets.length)
            .mapToObj(i -> new Series(new double[][] {{i}}, targets[i]))
            .toList();
    return new SeriesSet("sample", labels(classes), series);
  }

  /** Series of one step with numbers to regress. */
  public static SeriesSet regression(double... targets) {
    List<Series> series =
        IntStream.range(0, targets.length)
            .mapToObj(i -> new Series(new double[][] {{i}}, targets[i]))
            .toList();
    return new SeriesSet("sample", List.of(), series);
  }

  private static List<String> labels(int classes) {
    return IntStream.range(0, classes).mapToObj(c -> "class" + c).toList();
  }
}
