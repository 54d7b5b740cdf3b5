package org.mf4j.data.series;

import java.io.Serializable;

/**
 * One labelled series.
 *
 * @param channels values {@code [nIn][T]}: all channels of a series have the same length
 * @param target the index of the class in {@link SeriesSet#classes()}, or the number to regress;
 *     NaN if it is not known
 */
// Bulk numbers stay in arrays; a series is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record Series(double[][] channels, double target) implements Serializable {
  /**
   * Validates.
   *
   * @throws IllegalArgumentException if there is no channel, no step, or the channels differ in
   *     length
   */
  public Series {
    if (channels.length == 0 || channels[0].length == 0) {
      throw new IllegalArgumentException(
          "channels: a series needs one channel and one step at least");
    }
    for (double[] channel : channels) {
      if (channel.length != channels[0].length) {
        throw new IllegalArgumentException(
            "channels: lengths "
                + channels[0].length
                + " and "
                + channel.length
                + " in one series; all channels of a series must have the same length");
      }
    }
  }

  /**
   * The number of steps.
   *
   * @return T, at least 1
   */
  public int length() {
    return channels[0].length;
  }
}
