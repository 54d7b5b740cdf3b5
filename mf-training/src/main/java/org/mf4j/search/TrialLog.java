package org.mf4j.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Where finished trials are kept, from this run and from runs before. */
public interface TrialLog {
  /**
   * What is there.
   *
   * @return the results, in the order in which they came
   */
  List<TrialResult> results();

  /**
   * Keeps results; called by several threads.
   *
   * @param results trials that are not there yet
   * @throws IOException if they cannot be kept
   */
  void append(List<TrialResult> results) throws IOException;

  /**
   * A log that is gone when the process ends.
   *
   * @return an empty log
   */
  static TrialLog inMemory() {
    List<TrialResult> all = new ArrayList<>();
    return new TrialLog() {
      @Override
      public List<TrialResult> results() {
        synchronized (all) {
          return List.copyOf(all);
        }
      }

      @Override
      public void append(List<TrialResult> results) {
        synchronized (all) {
          all.addAll(results);
        }
      }
    };
  }
}
