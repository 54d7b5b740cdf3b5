package org.mf4j.data.transform;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** Changes the values of all series and nothing else. */
final class EachSeries {
  private EachSeries() {}

  /** Channels {@code [nIn][T]} to channels. */
  static SeriesSet map(SeriesSet set, UnaryOperator<double[][]> change) {
    return new SeriesSet(
        set.name(),
        set.classes(),
        set.series().stream()
            .map(one -> new Series(change.apply(one.channels()), one.target()))
            .toList());
  }

  /** Every channel by itself. */
  static SeriesSet mapChannels(SeriesSet set, UnaryOperator<double[]> change) {
    return map(set, channels -> Arrays.stream(channels).map(change).toArray(double[][]::new));
  }
}
