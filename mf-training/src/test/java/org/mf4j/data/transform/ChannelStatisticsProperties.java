package org.mf4j.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.random.SeededRandom;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerMinMaxScaler;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;

/**
 * The fitted numbers against those of ND4J's normalisers, which take series of unequal lengths as
 * padded batches with masks, in the precision of a float.
 */
class ChannelStatisticsProperties {
  private static final double FLOAT = 1e-4;

  @Property(tries = 25)
  void areThoseOfAllStepsOfAllSeries(
      @ForAll @IntRange(min = 2, max = 200) int size,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll long seed) {
    SeriesSet set = set(size, channels, new SeededRandom(seed));
    SeriesIterator batches = SeriesIterator.inOrder(set, TargetCoding.REGRESSION, 64);
    NormalizerStandardize standard = new NormalizerStandardize();
    standard.fit(batches);
    NormalizerMinMaxScaler range = new NormalizerMinMaxScaler();
    batches.reset();
    range.fit(batches);
    List<ChannelStatistics> all = ChannelStatistics.of(set);
    for (int c = 0; c < channels; c++) {
      ChannelStatistics ours = all.get(c);
      assertThat(ours.mean()).isCloseTo(standard.getMean().getDouble(c), within(FLOAT));
      assertThat(ours.deviation()).isCloseTo(standard.getStd().getDouble(c), within(FLOAT));
      assertThat(ours.low()).isCloseTo(range.getMin().getDouble(c), within(FLOAT));
      assertThat(ours.high()).isCloseTo(range.getMax().getDouble(c), within(FLOAT));
    }
  }

  /** Lengths 2 to 13, channel c around 10 c. */
  private static SeriesSet set(int size, int channels, SeededRandom random) {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[][] values = new double[channels][2 + i % 12];
      for (int c = 0; c < channels; c++) {
        for (int t = 0; t < values[c].length; t++) {
          values[c][t] = 10 * c + random.uniform(-2, 3);
        }
      }
      all.add(new Series(values, 0));
    }
    return new SeriesSet("random", List.of(), all);
  }
}
