package org.mf4j.networks;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean and deviation of every channel of some series, and of its differences x(t) - x(t-k): what
 * {@link InputScales} are made of. Those of disjoint sets merge, so that parts of a training set
 * may be looked at anywhere.
 */
public final class SeriesMoments implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<Integer> lags;

  /** Of x in the first row, then of its differences, a row per lag. */
  private final Moments[][] moments;

  /**
   * Of no series yet.
   *
   * @param channels of every series, at least 1
   * @param lags k, the distances of the differences, in steps
   */
  public SeriesMoments(int channels, List<Integer> lags) {
    this(
        lags,
        IntStream.rangeClosed(0, lags.size())
            .mapToObj(
                row ->
                    IntStream.range(0, channels)
                        .mapToObj(c -> new Moments())
                        .toArray(Moments[]::new))
            .toArray(Moments[][]::new));
  }

  private SeriesMoments(List<Integer> lags, Moments[][] moments) {
    this.lags = List.copyOf(lags);
    this.moments = moments;
  }

  /**
   * Adds a series.
   *
   * @param series {@code [channels][T]}, NaN for a missing value
   */
  public void add(double[][] series) {
    for (int row = 0; row < moments.length; row++) {
      int lag = row == 0 ? 0 : lags.get(row - 1);
      for (int c = 0; c < series.length; c++) {
        moments[row][c].addAll(series[c], lag);
      }
    }
  }

  /**
   * The moments of these and other series together, by the update of Chan, Golub and LeVeque.
   *
   * @param other of as many channels and the same lags
   * @return a new value; neither operand changes
   */
  public SeriesMoments merge(SeriesMoments other) {
    return new SeriesMoments(
        lags,
        IntStream.range(0, moments.length)
            .mapToObj(
                row ->
                    IntStream.range(0, channels())
                        .mapToObj(c -> moments[row][c].merge(other.moments[row][c]))
                        .toArray(Moments[]::new))
            .toArray(Moments[][]::new));
  }

  /** {@return the number of channels} */
  public int channels() {
    return moments[0].length;
  }

  List<Integer> lags() {
    return lags;
  }

  double mean(int channel) {
    return moments[0][channel].mean;
  }

  /** Of x in row 0, then of its differences. */
  double std(int row, int channel) {
    return moments[row][channel].std();
  }

  /** Mean and population standard deviation by Welford's recurrence. */
  private static final class Moments implements Serializable {
    private static final long serialVersionUID = 1;
    private static final double SMALLEST_SHARE = 1e-12;

    private long count;
    private double mean;
    private double squares;

    /** Missing values are left out. */
    void addAll(double[] x, int lag) {
      for (int t = lag; t < x.length; t++) {
        add(lag == 0 ? x[t] : x[t] - x[t - lag]);
      }
    }

    private void add(double value) {
      if (!Double.isNaN(value)) {
        count++;
        double deviation = value - mean;
        mean += deviation / count;
        squares += deviation * (value - mean);
      }
    }

    Moments merge(Moments other) {
      Moments both = new Moments();
      both.count = count + other.count;
      if (both.count > 0) {
        double share = (double) other.count / both.count;
        double shift = other.mean - mean;
        both.mean = mean + share * shift;
        both.squares = squares + other.squares + share * count * shift * shift;
      }
      return both;
    }

    /** What is rounding beside the mean counts as none. */
    double std() {
      double std = count == 0 ? 0 : Math.sqrt(squares / count);
      return std > SMALLEST_SHARE * Math.abs(mean) ? std : 0;
    }
  }
}
