package org.mf4j.data.transform;

import java.util.List;
import org.mf4j.data.series.SeriesSet;

/**
 * Scales every channel so that the smallest value of all training series becomes 0 and the largest
 * 1, as ND4J's {@code NormalizerMinMaxScaler} does; missing values do not count. Other series may
 * leave [0, 1].
 */
public record MinMax() implements Transform {
  /**
   * Learns the range.
   *
   * @throws org.mf4j.data.series.DataException if a channel has no value
   */
  @Override
  public FittedTransform fit(SeriesSet train) {
    List<ChannelStatistics> channels = ChannelStatistics.of(train);
    return new ChannelScaling(
        TransformKind.MIN_MAX,
        channels.stream().map(ChannelStatistics::low).toList(),
        channels.stream().map(channel -> channel.high() - channel.low()).toList());
  }

  @Override
  public String text() {
    return TransformKind.MIN_MAX.id();
  }
}
