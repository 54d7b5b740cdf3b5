package org.mf4j.data.transform;

import java.util.Arrays;
import java.util.Map;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.options.Require;

/**
 * Reads every series off at N equally spaced points from its first to its last step, on the
 * straight lines between its values:
 *
 * <pre>
 * y(i) = x(i (T - 1) / (N - 1)),   i = 0, ..., N - 1
 * </pre>
 *
 * For N = 1 the first value is taken. A value next to a missing one is missing: interpolate first.
 *
 * @param steps N, at least 1
 */
public record ResampleTo(int steps) implements FittedTransform {
  /**
   * There is at least one step.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public ResampleTo {
    Require.positive("steps", steps);
  }

  @Override
  public SeriesSet apply(SeriesSet set) {
    return set.map(
        channels -> Arrays.stream(channels).map(this::resampled).toArray(double[][]::new));
  }

  private double[] resampled(double[] values) {
    double[] resampled = new double[steps];
    for (int i = 0; i < steps; i++) {
      // In whole numbers, so that points that fall on a step do so exactly.
      long numerator = (long) i * (values.length - 1);
      long denominator = Math.max(1, steps - 1);
      int left = (int) (numerator / denominator);
      double share = (numerator % denominator) / (double) denominator;
      resampled[i] =
          share == 0 ? values[left] : (1 - share) * values[left] + share * values[left + 1];
    }
    return resampled;
  }

  @Override
  public Map<String, Object> describe() {
    return TransformKind.RESAMPLE.describe(Map.of("steps", steps));
  }
}
