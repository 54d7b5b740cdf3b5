package org.mf4j.engine;

/**
 * Sees states as they are computed. An engine deals a batch in blocks of series; each block is
 * watched by an observer of its own, in the thread that runs it, so blocks share nothing.
 */
@FunctionalInterface
public interface StateObserver {
  /**
   * Starts to watch a block; may be called by several threads at once.
   *
   * @param start index of the first series
   * @param rows how many series
   * @return what gets the states of these series
   */
  Block block(int start, int rows);

  /** Watches some series from their first step to their last. */
  @FunctionalInterface
  interface Block {
    /**
     * Takes the states after a step. Where a series lacks this step its row is the state that it
     * carries on; the observer knows the mask.
     *
     * @param t the step
     * @param states {@code rows * N} entries, neuron index fastest; only valid during the call and
     *     not to be changed
     */
    void step(int t, float[] states);

    /** The block is done. */
    default void end() {}
  }
}
