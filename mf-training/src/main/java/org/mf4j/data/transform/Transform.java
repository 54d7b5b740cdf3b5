package org.mf4j.data.transform;

import org.mf4j.data.series.SeriesSet;

/** A step before it has seen data: an immutable value. */
public interface Transform {
  /**
   * Learns from a training set, and from nothing else, what the step needs to know.
   *
   * @param train the training set, as the steps before this one leave it
   * @return the step, ready for any set of the same channels
   * @throws org.mf4j.data.series.DataException if the set does not allow that
   */
  FittedTransform fit(SeriesSet train);

  /**
   * How the step is written on the command line.
   *
   * @return for instance {@code resample=100}
   */
  String text();
}
