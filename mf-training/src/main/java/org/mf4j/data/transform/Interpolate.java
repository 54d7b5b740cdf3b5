package org.mf4j.data.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/**
 * Fills missing values in: on the straight line between the nearest values before and after, or,
 * before the first and after the last value of a channel, with that value.
 */
public record Interpolate() implements Transform, FittedTransform {
  @Override
  public FittedTransform fit(SeriesSet train) {
    return this;
  }

  /**
   * Fills in.
   *
   * @throws DataException if a channel of a series has no value at all
   */
  @Override
  public SeriesSet apply(SeriesSet set) {
    List<Series> filled = new ArrayList<>();
    for (Series series : set.series()) {
      double[][] channels = new double[series.channels().length][];
      for (int c = 0; c < channels.length; c++) {
        channels[c] = series.channels()[c].clone();
        if (!fill(channels[c])) {
          throw new DataException(
              String.format(
                  "%s: channel %d of series %d has no value to interpolate from; remove the"
                      + " series.",
                  set.name(), c + 1, set.numberOf(filled.size())));
        }
      }
      filled.add(series.withChannels(channels));
    }
    return new SeriesSet(set.name(), set.classes(), filled);
  }

  /** False if all values are missing. */
  private static boolean fill(double[] values) {
    int before = -1;
    for (int t = 0; t < values.length; t++) {
      if (!Double.isNaN(values[t])) {
        fillGap(values, before, t);
        before = t;
      }
    }
    if (before >= 0) {
      fillGap(values, before, values.length);
    }
    return before >= 0;
  }

  /** Fills in between two indices with values, of which one may lie outside. */
  private static void fillGap(double[] values, int before, int after) {
    double left = values[before < 0 ? after : before];
    double right = values[after == values.length ? before : after];
    for (int t = before + 1; t < after; t++) {
      double share = (t - before) / (double) (after - before);
      values[t] = left + share * (right - left);
    }
  }

  @Override
  public String text() {
    return TransformKind.INTERPOLATE.id();
  }

  @Override
  public Map<String, Object> describe() {
    return TransformKind.INTERPOLATE.describe(Map.of());
  }
}
