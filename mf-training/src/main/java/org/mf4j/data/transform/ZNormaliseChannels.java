package org.mf4j.data.transform;

import java.util.List;
import org.mf4j.data.series.SeriesSet;

/**
 * z-normalises every channel by its mean and standard deviation (divisor n) over all steps of all
 * training series, the statistics of ND4J's {@code NormalizerStandardize}; missing values do not
 * count.
 */
public record ZNormaliseChannels() implements Transform {
  /**
   * Learns mean and standard deviation.
   *
   * @throws org.mf4j.data.series.DataException if a channel has no value
   */
  @Override
  public FittedTransform fit(SeriesSet train) {
    List<ChannelStatistics> channels = ChannelStatistics.of(train);
    return new ChannelScaling(
        TransformKind.Z_NORMALISE_CHANNELS,
        channels.stream().map(ChannelStatistics::mean).toList(),
        channels.stream().map(ChannelStatistics::deviation).toList());
  }

  @Override
  public String text() {
    return TransformKind.Z_NORMALISE_CHANNELS.id();
  }
}
