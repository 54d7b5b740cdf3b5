package org.mf4j.search;

/** Is told how a search goes on. Called by several threads, one at a time. */
@FunctionalInterface
public interface SearchListener {
  /** Ignores everything. */
  SearchListener NONE = (done, trials) -> {};

  /**
   * Trials are done.
   *
   * @param done how many in all, those of earlier runs included
   * @param trials how many there will be
   */
  void onProgress(int done, int trials);
}
