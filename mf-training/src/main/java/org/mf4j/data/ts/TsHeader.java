package org.mf4j.data.ts;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the lines before {@code @data} say about the series.
 *
 * @param labelled whether the lines end with a label
 * @param classes the class labels in the order of the header; empty for regression and without
 *     labels
 * @param channels {@code @dimensions}, or 1 for {@code @univariate true}; empty if neither is there
 * @param equalLength {@code @equalLength true}: all series have the same number of steps
 * @param seriesLength {@code @seriesLength}, the number of steps; empty if it is not there
 */
public record TsHeader(
    boolean labelled,
    List<String> classes,
    OptionalInt channels,
    boolean equalLength,
    OptionalInt seriesLength) {
  /** The list is a copy. */
  public TsHeader {
    classes = List.copyOf(classes);
  }

  /**
   * Whether the target is a class.
   *
   * @return true for classification, false for regression and without labels
   */
  public boolean isClassification() {
    return !classes.isEmpty();
  }
}
