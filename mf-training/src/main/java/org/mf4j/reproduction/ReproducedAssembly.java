package org.mf4j.reproduction;

import org.mf4j.papers.Assembly;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;

/**
 * One assembly of one size on one data set.
 *
 * @param assembly the kind of neurons
 * @param result its settings and scores; the search that found the settings is there, a published
 *     score is not
 */
public record ReproducedAssembly(Assembly assembly, Reproduced result) {
  /**
   * The size.
   *
   * @return N
   */
  public int units() {
    return result.settings().units();
  }

  /**
   * The search that found the settings.
   *
   * @return every setting that was tried, the best first
   */
  public SearchResult selection() {
    return result.selection().orElseThrow();
  }

  /**
   * What the search found.
   *
   * @return the selected settings and their score on the validation part
   */
  public Standing selected() {
    return selection().best().orElseThrow();
  }
}
