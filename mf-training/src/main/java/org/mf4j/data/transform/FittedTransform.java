package org.mf4j.data.transform;

import java.util.Map;
import org.mf4j.data.series.SeriesSet;

/** A step that knows what it has to: an immutable value. */
public interface FittedTransform {
  /**
   * Transforms.
   *
   * @param set series; it is left as it is
   * @return a set of the same name, classes and targets
   * @throws org.mf4j.data.series.DataException if the step does not suit the set
   */
  SeriesSet apply(SeriesSet set);

  /**
   * What a file has to keep: the name of the step and its numbers.
   *
   * @return strings, numbers and lists of numbers, for {@link FittedPipeline#of}
   */
  Map<String, Object> describe();
}
