package org.mf4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mf4j.data.Series;
import org.mf4j.data.SeriesSet;
import org.mf4j.random.SeededRandom;

/**
 * The fitted numbers against plain loops over all values, on series of unequal lengths and far from
 * 0, in more series than go into one matrix.
 */
class ChannelStatisticsProperties {
  @Property(tries = 25)
  void areThoseOfAllStepsOfAllSeries(
      @ForAll @IntRange(min = 1, max = 600) int size,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll long seed) {
    SeriesSet set = set(size, channels, new SeededRandom(seed));
    ChannelScaling standard = (ChannelScaling) new ZNormaliseChannels().fit(set);
    ChannelScaling range = (ChannelScaling) new MinMax().fit(set);
    for (int c = 0; c < channels; c++) {
      List<Double> values = values(set, c);
      double mean = 0;
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : values) {
        mean += value / values.size();
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      double variance = 0;
      for (double value : values) {
        variance += (value - mean) * (value - mean) / values.size();
      }
      assertThat(standard.shift().get(c)).isCloseTo(mean, within(1e-8));
      assertThat(standard.scale().get(c)).isCloseTo(Math.sqrt(variance), within(1e-6));
      assertThat(range.shift().get(c)).isEqualTo(low);
      assertThat(range.scale().get(c)).isEqualTo(high - low);
    }
  }

  private static List<Double> values(SeriesSet set, int channel) {
    List<Double> values = new ArrayList<>();
    for (Series series : set.series()) {
      for (double value : series.channels()[channel]) {
        values.add(value);
      }
    }
    return values;
  }

  /** Lengths 1 to 12, channel c around 10000 c. */
  private static SeriesSet set(int size, int channels, SeededRandom random) {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[][] values = new double[channels][1 + i % 12];
      for (int c = 0; c < channels; c++) {
        for (int t = 0; t < values[c].length; t++) {
          values[c][t] = 10_000 * c + random.uniform(-2, 3);
        }
      }
      all.add(new Series(values, 0));
    }
    return new SeriesSet("random", List.of(), all);
  }
}
