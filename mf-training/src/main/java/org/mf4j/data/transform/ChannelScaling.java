package org.mf4j.data.transform;

import java.util.List;
import java.util.Map;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;

/**
 * Shifts and scales every channel c by numbers of its own, the same for all series:
 *
 * <pre>
 * y(t) = (x(t) - shift_c) / scale_c
 * </pre>
 *
 * A channel that was constant in the training set, scale_c = 0, is shifted only. Missing values
 * stay missing.
 *
 * @param kind where the numbers come from
 * @param shift one number per channel
 * @param scale one number per channel, finite and 0 or above
 */
public record ChannelScaling(TransformKind kind, List<Double> shift, List<Double> scale)
    implements FittedTransform {
  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException if the lists differ in length
   */
  public ChannelScaling {
    shift = List.copyOf(shift);
    scale = List.copyOf(scale);
    if (shift.size() != scale.size()) {
      throw new IllegalArgumentException(
          "scale: %d numbers, but shift has %d; each channel needs one of both"
              .formatted(scale.size(), shift.size()));
    }
  }

  /**
   * Scales.
   *
   * @throws DataException if the number of channels is another than in the training set
   */
  @Override
  public SeriesSet apply(SeriesSet set) {
    if (set.channels() != shift.size()) {
      throw new DataException(
          String.format(
              "%s: the series have %d channel(s) but %s was fitted to %d.",
              set.name(), set.channels(), kind.id(), shift.size()));
    }
    return set.map(this::scaled);
  }

  private double[][] scaled(double[][] channels) {
    double[][] scaled = new double[channels.length][channels[0].length];
    for (int c = 0; c < channels.length; c++) {
      double divisor = scale.get(c) == 0 ? 1 : scale.get(c);
      for (int t = 0; t < channels[c].length; t++) {
        scaled[c][t] = (channels[c][t] - shift.get(c)) / divisor;
      }
    }
    return scaled;
  }

  @Override
  public Map<String, Object> describe() {
    return kind.describe(Map.of("shift", shift, "scale", scale));
  }
}
