package org.mf4j.data.text;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;

/** Collects the series of a file whose labels may be unknown. */
public final class SetBuilder {
  private final String name;
  private final List<Series> series = new ArrayList<>();
  private boolean labelled = true;

  /**
   * An empty set.
   *
   * @param name the name of the data set
   */
  public SetBuilder(String name) {
    this.name = name;
  }

  /**
   * Adds a series.
   *
   * @param channels its values {@code [nIn][T]}
   * @param target its class index or number; NaN if it is not known
   */
  public void add(double[][] channels, double target) {
    labelled &= !Double.isNaN(target);
    series.add(new Series(channels, target, series.size() + 1));
  }

  /**
   * Whether nothing was added.
   *
   * @return true if {@link #build} would fail
   */
  public boolean isEmpty() {
    return series.isEmpty();
  }

  /**
   * The set.
   *
   * @param classes the class labels in the order of their indices; empty for regression
   * @return all series; without any target and any class if one target is not known
   */
  public SeriesSet build(List<String> classes) {
    return labelled
        ? new SeriesSet(name, classes, series)
        : new SeriesSet(
            name, List.of(), series.stream().map(one -> one.withTarget(Double.NaN)).toList());
  }
}
