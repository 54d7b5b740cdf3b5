package org.mf4j.search;

import org.mf4j.training.EpochListener;

/** Is told how a search goes on. Progress comes from several threads, one at a time. */
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

  /**
   * Is told how the fits of trials go on, by several threads at once.
   *
   * @return the listener
   */
  default EpochListener fits() {
    return EpochListener.NONE;
  }
}
