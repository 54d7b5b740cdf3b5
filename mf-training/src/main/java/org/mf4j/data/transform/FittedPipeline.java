package org.mf4j.data.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;

/**
 * Steps with what they have learnt from a training set.
 *
 * @param steps the steps in their order; may be none
 */
public record FittedPipeline(List<FittedTransform> steps) {
  /** The key under which the provenance of a model keeps its pipeline. */
  public static final String KEY = "transforms";

  /** The steps are a copy. */
  public FittedPipeline {
    steps = List.copyOf(steps);
  }

  /**
   * The pipeline of a model, as {@link #describe} described it.
   *
   * @param provenance of the model; without the key {@value #KEY} there are no steps
   * @return the pipeline that was fitted to the model's training set
   * @throws DataException if the entry is damaged or names a step that this version does not have
   */
  public static FittedPipeline of(Map<String, Object> provenance) {
    List<FittedTransform> steps = new ArrayList<>();
    try {
      for (Object step : (List<?>) provenance.getOrDefault(KEY, List.of())) {
        steps.add(TransformKind.read((Map<?, ?>) step));
      }
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      throw new DataException(
          "The transforms in the model file cannot be read ("
              + e.getMessage()
              + "); use the version that wrote it, or train and save the model again.",
          e);
    }
    return new FittedPipeline(steps);
  }

  /**
   * Transforms a set.
   *
   * @param set series of as many channels as the training set had
   * @return the transformed series
   * @throws DataException if a step does not suit the set
   */
  public SeriesSet apply(SeriesSet set) {
    SeriesSet transformed = set;
    for (FittedTransform step : steps) {
      transformed = step.apply(transformed);
    }
    return transformed;
  }

  /**
   * Transforms both sets of a task.
   *
   * @param sets training set and test set
   * @return the transformed sets; the digests stay those of what was read
   * @throws DataException if a step does not suit the sets
   */
  public DatasetSplit apply(DatasetSplit sets) {
    return sets.map(this::apply);
  }

  /**
   * The steps and their numbers, for the provenance of a model.
   *
   * @return one entry per step: strings, numbers and lists of numbers
   */
  public List<Map<String, Object>> describe() {
    return steps.stream().map(FittedTransform::describe).toList();
  }
}
