package org.mf4j.search;

import org.mf4j.options.Require;

/**
 * How a grid is searched.
 *
 * @param strategy which configurations are tried
 * @param validation what they are compared on
 * @param draws trials per configuration, each with random numbers of its own; the papers use five
 *     for reservoirs and one for trained models
 * @param seed decides every random number. The split depends on it alone; a trial on it, its
 *     configuration and the number of its draw, never on order or thread
 */
public record SearchOptions(Strategy strategy, Validation validation, int draws, long seed) {
  /**
   * There is at least one draw.
   *
   * @throws IllegalArgumentException if there is not at least one draw
   */
  public SearchOptions {
    Require.positive("draws", draws);
  }
}
