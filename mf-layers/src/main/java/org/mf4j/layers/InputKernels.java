package org.mf4j.layers;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gives series R filtered channels more: {@code [B,n,T]} becomes {@code [B,n+R,T]}, first the
 * channels as they are, then for every dilated kernel r
 *
 * <pre>
 * u_r(t) = sum over its channels c, and i = 0 .. I-1, of w_rci x_c(t - i d_r)
 * </pre>
 *
 * <p>Before its start a series counts as its first value, so that kernels whose weights add up to 0
 * see no step there. Cf. the kernels of MiniRocket (Dempster, Schmidt and Webb, KDD 2021).
 */
public final class InputKernels extends InputViews {
  private static final long serialVersionUID = 1L;

  @JsonProperty private int[] dilations;
  @JsonProperty private int[][] channels;
  @JsonProperty private double[][][] weights;

  private InputKernels() {}

  /**
   * Kernels.
   *
   * @param dilations d of every kernel, at least 1
   * @param channels the channels that every kernel sees
   * @param weights w of every kernel: for each of its channels I weights, the latest step first
   * @throws IllegalArgumentException if there is no kernel, a dilation is below 1, or the numbers
   *     of kernels or channels differ
   */
  public InputKernels(int[] dilations, int[][] channels, double[][][] weights) {
    if (dilations.length == 0
        || channels.length != dilations.length
        || weights.length != dilations.length) {
      throw new IllegalArgumentException(
          String.format(
              "kernels: %d dilations, %d lists of channels, %d lists of weights; needs at least 1,"
                  + " and as many of each",
              dilations.length, channels.length, weights.length));
    }
    for (int r = 0; r < dilations.length; r++) {
      if (dilations[r] < 1) {
        throw new IllegalArgumentException(
            "dilation = " + dilations[r] + " of kernel " + r + ": must be at least 1");
      }
      if (channels[r].length != weights[r].length) {
        throw new IllegalArgumentException(
            String.format(
                "kernel %d: %d channels but weights for %d; they must agree",
                r, channels[r].length, weights[r].length));
      }
    }
    this.dilations = dilations.clone();
    this.channels = channels.clone();
    this.weights = weights.clone();
  }

  /** {@return R} */
  public int kernels() {
    return dilations.length;
  }

  @Override
  public long channels(long count) {
    return count + dilations.length;
  }

  @Override
  public long channelsBefore(long count) {
    return count - dilations.length;
  }

  @Override
  int memory() {
    int longest = 1;
    for (int r = 0; r < dilations.length; r++) {
      for (double[] taps : weights[r]) {
        longest = Math.max(longest, dilations[r] * (taps.length - 1));
      }
    }
    return longest;
  }

  @Override
  Filter filter(int count, StepMask mask) {
    for (int[] seen : channels) {
      for (int channel : seen) {
        if (channel < 0 || channel >= count) {
          throw new IllegalArgumentException(
              "channel = " + channel + " of a kernel: the series have " + count + " channels");
        }
      }
    }
    return new KernelFilter(dilations, channels, weights, memory(), count, mask);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof InputKernels that
        && Arrays.equals(dilations, that.dilations)
        && Arrays.deepEquals(channels, that.channels)
        && Arrays.deepEquals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        super.hashCode(),
        Arrays.hashCode(dilations),
        Arrays.deepHashCode(channels),
        Arrays.deepHashCode(weights));
  }
}
