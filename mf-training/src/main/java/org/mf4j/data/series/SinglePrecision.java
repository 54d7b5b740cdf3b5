package org.mf4j.data.series;

import java.util.Optional;
import java.util.stream.DoubleStream;

/** What is lost since networks compute in single precision, with 24 binary digits. */
public final class SinglePrecision {
  /** Changes that are this small beside the values keep two or three digits of theirs. */
  private static final double SMALLEST_RATIO = 1e-5;

  private SinglePrecision() {}

  /**
   * Series whose values are large and change little: their differences do not survive the rounding
   * to floats.
   *
   * @param set the series as a network is about to see them
   * @return a sentence about the first such channel
   */
  public static Optional<String> doubt(SeriesSet set) {
    for (int c = 0; c < set.channels(); c++) {
      int channel = c;
      if (isLost(
          set.series().stream()
              .flatMapToDouble(s -> DoubleStream.of(s.channels()[channel]))
              .toArray())) {
        return Optional.of(
            "%s: channel %d changes by less than 1e-5 of its values, of which single precision keeps"
                    .formatted(set.name(), c + 1)
                + " little; use the transform z-normalise, or subtract the mean.");
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the changes of a signal are lost in single precision.
   *
   * @param values the values; missing ones count for nothing
   * @return true if their standard deviation is below 1e-5 of the largest and they are not constant
   */
  public static boolean isLost(double... values) {
    double[] present = DoubleStream.of(values).filter(Double::isFinite).toArray();
    double mean = DoubleStream.of(present).average().orElse(0);
    double variance =
        DoubleStream.of(present).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    double size = DoubleStream.of(present).map(Math::abs).max().orElse(0);
    boolean constant = DoubleStream.of(present).distinct().limit(2).count() < 2;
    return !constant && Math.sqrt(variance) < SMALLEST_RATIO * size;
  }
}
