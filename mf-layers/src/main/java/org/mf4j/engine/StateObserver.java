package org.mf4j.engine;

/**
 * Sees states as they are computed. An engine deals a batch in blocks of series, or takes it whole;
 * each block is watched by an observer of its own, by one thread at a time, so blocks share
 * nothing.
 */
@FunctionalInterface
public interface StateObserver {
  /**
   * Starts to watch some series; may be called by several threads at once.
   *
   * @param start index of the first series
   * @param rows how many series
   * @return what gets the states of these series
   */
  OfSeries series(int start, int rows);

  /** Watches some series from their first step to their last. */
  @FunctionalInterface
  interface OfSeries {
    /**
     * Takes the emitted states after a step. Where a series is masked its row is the state that it
     * carries on; the observer knows the mask. An engine with a memory of its own may copy many
     * steps at once and show them one after the other: hence the place of the first entry.
     *
     * @param t the step; every step comes, in order
     * @param states {@code rows * N} entries from {@code first} on, neuron index fastest; only
     *     valid during the call and not to be changed
     * @param first index of the first entry
     */
    void step(int t, float[] states, int first);

    /** All steps have come. */
    default void end() {}
  }
}
