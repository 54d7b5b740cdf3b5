package org.mf4j.data.transform;

import org.mf4j.data.SeriesSet;
import org.nd4j.linalg.dataset.api.preprocessor.stats.MinMaxStats;

/**
 * Scales every channel so that the smallest value of all training series becomes 0 and the largest
 * 1: the statistics of ND4J's {@code NormalizerMinMaxScaler}. Other series may leave [0, 1].
 */
public record MinMax() implements Transform {
  /**
   * Learns the range.
   *
   * @throws org.mf4j.data.DataException if the training set has missing values
   */
  @Override
  public FittedTransform fit(SeriesSet train) {
    MinMaxStats.Builder statistics = new MinMaxStats.Builder();
    StepRows.forEach(train, rows -> statistics.add(rows, null));
    MinMaxStats fitted = statistics.build();
    return new ChannelScaling(
        TransformKind.MIN_MAX,
        StepRows.list(fitted.getLower()),
        StepRows.list(fitted.getUpper().sub(fitted.getLower())));
  }

  @Override
  public String text() {
    return TransformKind.MIN_MAX.id();
  }
}
