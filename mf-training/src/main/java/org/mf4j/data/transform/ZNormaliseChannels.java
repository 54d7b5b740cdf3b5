package org.mf4j.data.transform;

import org.mf4j.data.SeriesSet;
import org.nd4j.linalg.dataset.api.preprocessor.stats.DistributionStats;

/**
 * z-normalises every channel by its mean and standard deviation (divisor n) over all steps of all
 * training series: the statistics of ND4J's {@code NormalizerStandardize}.
 */
public record ZNormaliseChannels() implements Transform {
  /**
   * Learns mean and standard deviation.
   *
   * @throws org.mf4j.data.DataException if the training set has missing values
   */
  @Override
  public FittedTransform fit(SeriesSet train) {
    DistributionStats.Builder statistics = new DistributionStats.Builder();
    StepRows.forEach(train, rows -> statistics.add(rows, null));
    DistributionStats fitted = statistics.build();
    return new ChannelScaling(
        TransformKind.Z_NORMALISE_CHANNELS,
        StepRows.list(fitted.getMean()),
        StepRows.list(fitted.getStd()));
  }

  @Override
  public String text() {
    return TransformKind.Z_NORMALISE_CHANNELS.id();
  }
}
