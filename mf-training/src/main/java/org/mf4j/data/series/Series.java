package org.mf4j.data.series;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One labelled series.
 *
 * @param channels values {@code [nIn][T]}: all channels of a series have the same length. The
 *     series keeps a copy; do not change what the accessor returns
 * @param target the index of the class in {@link SeriesSet#classes()}, or the number to regress;
 *     NaN if it is not known
 * @param number the place of the series in the first {@link SeriesSet} that held it, from 1, by
 *     which messages name it; 0 if it was in none
 */
// Bulk numbers stay in arrays; a series is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record Series(double[][] channels, double target, int number) implements Serializable {
  /**
   * A series with one channel and one step at least, all of whose channels have the same length.
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
    // Whoever fills one buffer again for every series would else have one series many times.
    channels = Arrays.stream(channels).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * A series that was in no set yet.
   *
   * @param channels values {@code [nIn][T]}, copied
   * @param target the index of the class, or the number to regress; NaN if it is not known
   * @throws IllegalArgumentException as above
   */
  public Series(double[][] channels, double target) {
    this(channels, target, 0);
  }

  /**
   * Other values of the same target, as a transform makes them.
   *
   * @param values {@code [nIn][T]}, copied
   * @return a series of the same target and number
   */
  public Series withChannels(double[][] values) {
    return new Series(values, target, number);
  }

  /**
   * The same values with another target.
   *
   * @param other the index of the class, or the number to regress
   * @return a series of the same values and number
   */
  public Series withTarget(double other) {
    return new Series(channels, other, number);
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
