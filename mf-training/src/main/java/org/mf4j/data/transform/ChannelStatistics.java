package org.mf4j.data.transform;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;

/**
 * What a channel is like over all steps of all series, missing values left out: as {@code
 * NormalizerStandardize} and {@code NormalizerMinMaxScaler} of ND4J define it.
 *
 * <p>ND4J's own are not used because they take no missing values (a mask is per step, not per
 * channel) and raise every deviation and range below 1e-5 to 1e-5: a channel in small units would
 * stay unscaled, and one that is constant in the training set would be magnified 100,000 times.
 *
 * @param mean the mean
 * @param deviation the standard deviation, divisor n; exactly 0 for a constant
 * @param low the smallest value
 * @param high the largest value
 */
record ChannelStatistics(double mean, double deviation, double low, double high) {
  /** One per channel. */
  static List<ChannelStatistics> of(SeriesSet set) {
    return IntStream.range(0, set.channels()).mapToObj(channel -> of(set, channel)).toList();
  }

  private static ChannelStatistics of(SeriesSet set, int channel) {
    Supplier<DoubleStream> values =
        () ->
            set.series().stream()
                .flatMapToDouble(one -> DoubleStream.of(one.channels()[channel]))
                .filter(value -> !Double.isNaN(value));
    var summary = values.get().summaryStatistics();
    if (summary.getCount() == 0) {
      throw new DataException(
          "%s: channel %d has no value in any training series; leave the channel out."
              .formatted(set.name(), channel + 1));
    }
    double mean = summary.getAverage();
    double variance = values.get().map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    // Rounding of the mean leaves a deviation even where all values are equal.
    boolean constant = summary.getMin() == summary.getMax();
    return new ChannelStatistics(
        mean, constant ? 0 : Math.sqrt(variance), summary.getMin(), summary.getMax());
  }
}
