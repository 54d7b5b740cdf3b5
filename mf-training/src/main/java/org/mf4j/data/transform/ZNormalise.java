package org.mf4j.data.transform;

import java.util.Arrays;
import java.util.Map;
import org.mf4j.data.series.SeriesSet;

/**
 * z-normalises every channel of every series by itself, as most series of the UCR archive are:
 *
 * <pre>
 * y(t) = (x(t) - m) / s,   m the mean of x, s its sample standard deviation (divisor T - 1)
 * </pre>
 *
 * A constant channel becomes 0. Missing values stay missing and do not count. ND4J's normalisers
 * have one mean and deviation for all series, so this is not theirs.
 */
public record ZNormalise() implements Transform, FittedTransform {
  @Override
  public FittedTransform fit(SeriesSet train) {
    return this;
  }

  @Override
  public SeriesSet apply(SeriesSet set) {
    return set.map(
        channels -> Arrays.stream(channels).map(ZNormalise::normalised).toArray(double[][]::new));
  }

  private static double[] normalised(double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double mean = Arrays.stream(present).average().orElse(Double.NaN);
    double squares = Arrays.stream(present).map(x -> (x - mean) * (x - mean)).sum();
    // Not "deviation 0": rounding leaves some even where all values are equal.
    boolean constant = Arrays.stream(present).distinct().count() <= 1;
    double deviation = constant ? 1 : Math.sqrt(squares / (present.length - 1));
    return Arrays.stream(values).map(x -> constant ? 0 * x : (x - mean) / deviation).toArray();
  }

  @Override
  public String text() {
    return TransformKind.Z_NORMALISE.id();
  }

  @Override
  public Map<String, Object> describe() {
    return TransformKind.Z_NORMALISE.describe(Map.of());
  }
}
