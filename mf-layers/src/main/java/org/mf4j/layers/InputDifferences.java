package org.mf4j.layers;

import java.util.Arrays;
import java.util.Objects;

/**
 * Gives a series its own changes as extra channels: {@code [B,nIn,T]} becomes {@code [B,(1+K)
 * nIn,T]}, first x(t), then c (x(t) - x(t-k)) for each of K lags k, with a scale c; all channels of
 * one lag, then those of the next. Several lags show a series at several time scales, as dilated
 * convolutions do. The difference is 0 at the first k steps of a series. Under a mask, steps are
 * counted among those that are present, and an absent step gives 0 in all channels. {@code
 * rnnTimeStep} remembers the last steps of the stream. No parameters.
 */
public final class InputDifferences extends InputViews {
  /** The scale that is used unless another is given. */
  public static final double DEFAULT_SCALE = 3;

  private static final long serialVersionUID = 1L;

  private double scale = DEFAULT_SCALE;
  private int[] lags = {1};

  /** Differences of neighbours at the default scale. */
  public InputDifferences() {}

  /**
   * Differences at a given scale.
   *
   * @param scale c, finite and not 0
   * @param lags distances k in steps, each at least 1; none for neighbours only, k = 1
   * @throws IllegalArgumentException if the scale is 0 or not finite, or a lag is below 1
   */
  public InputDifferences(double scale, int... lags) {
    if (!Double.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException("scale = " + scale + ": must be finite and not 0");
    }
    for (int lag : lags) {
      if (lag < 1) {
        throw new IllegalArgumentException("lag = " + lag + ": must be at least 1");
      }
    }
    this.scale = scale;
    this.lags = lags.length == 0 ? new int[] {1} : lags.clone();
  }

  /** {@return c, by which differences are multiplied} */
  public double getScale() {
    return scale;
  }

  /** {@return the distances in steps} */
  public int[] getLags() {
    return lags.clone();
  }

  /** {@return 1 + K, how many times as many channels come out as go in} */
  public int views() {
    return 1 + lags.length;
  }

  @Override
  public long channels(long channels) {
    return views() * channels;
  }

  @Override
  public long channelsBefore(long channels) {
    return channels / views();
  }

  @Override
  int memory() {
    return Differences.memory(lags);
  }

  @Override
  Filter filter(int channels, StepMask mask) {
    return new Differences(scale, lags, channels, mask);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof InputDifferences that
        && scale == that.scale
        && Arrays.equals(lags, that.lags);
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), scale, Arrays.hashCode(lags));
  }
}
