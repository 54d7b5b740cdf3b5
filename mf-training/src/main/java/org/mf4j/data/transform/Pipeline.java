package org.mf4j.data.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mf4j.data.series.SeriesSet;

/**
 * Steps, one after the other.
 *
 * @param steps the steps in their order; may be none
 */
public record Pipeline(List<Transform> steps) {
  /** The steps are a copy. */
  public Pipeline {
    steps = List.copyOf(steps);
  }

  /**
   * The pipeline of a text.
   *
   * @param names the steps, for instance {@code z-normalise} and {@code resample=100}
   * @return the pipeline
   * @throws IllegalArgumentException if there is no such step; the message offers the nearest name
   */
  public static Pipeline of(List<String> names) {
    return new Pipeline(names.stream().map(TransformKind::parse).toList());
  }

  /**
   * Fits every step to the training set as the steps before it leave it.
   *
   * @param train the training set
   * @return the pipeline for any set of the same channels
   * @throws org.mf4j.data.series.DataException if the set does not allow that
   */
  public FittedPipeline fit(SeriesSet train) {
    List<FittedTransform> fitted = new ArrayList<>();
    SeriesSet set = train;
    for (Transform step : steps) {
      FittedTransform next = step.fit(set);
      set = next.apply(set);
      fitted.add(next);
    }
    return new FittedPipeline(fitted);
  }

  /**
   * The steps as the command line takes them.
   *
   * @return names, separated by commas
   */
  public String text() {
    return steps.stream().map(Transform::text).collect(Collectors.joining(","));
  }
}
