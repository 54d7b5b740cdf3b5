package org.mf4j.data.transform;

import java.util.OptionalInt;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.options.Require;

/**
 * Brings all series to one number of steps, see {@link ResampleTo}.
 *
 * @param steps the number, at least 1; empty: that of the longest training series
 */
public record Resample(OptionalInt steps) implements Transform {
  /**
   * The number of steps, where there is one, is at least 1.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public Resample {
    steps.ifPresent(value -> Require.positive("steps", value));
  }

  @Override
  public FittedTransform fit(SeriesSet train) {
    return new ResampleTo(steps.orElseGet(train::maxLength));
  }

  @Override
  public String text() {
    return TransformKind.RESAMPLE.id() + (steps.isPresent() ? "=" + steps.getAsInt() : "");
  }
}
