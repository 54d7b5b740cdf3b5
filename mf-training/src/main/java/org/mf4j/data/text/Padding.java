package org.mf4j.data.text;

import java.util.Arrays;

/**
 * Missing values at the end of a series: where a format has no lengths, shorter series are filled
 * up with them.
 */
public final class Padding {
  private Padding() {}

  /**
   * The channels up to the last step that has a value.
   *
   * @param channels values {@code [nIn][T]}, NaN where missing
   * @return copies without the missing values at the end; of length 0 if there is no value at all
   */
  public static double[][] removed(double[][] channels) {
    int length = Arrays.stream(channels).mapToInt(Padding::length).max().orElse(0);
    return Arrays.stream(channels)
        .map(channel -> Arrays.copyOf(channel, length))
        .toArray(double[][]::new);
  }

  private static int length(double[] channel) {
    int length = channel.length;
    while (length > 0 && Double.isNaN(channel[length - 1])) {
      length--;
    }
    return length;
  }
}
