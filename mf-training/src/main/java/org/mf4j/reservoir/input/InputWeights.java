package org.mf4j.reservoir.input;

import org.mf4j.random.SeededRandom;

/**
 * How the input weights W of a reservoir are drawn, u = x W + h RW + b. An implementation is
 * immutable, draws the same numbers from the same generator on every machine, and describes itself
 * by {@code toString}, which is what reports show.
 */
@FunctionalInterface
public interface InputWeights {
  /**
   * Draws a matrix.
   *
   * @param nIn the number of input channels, at least 1
   * @param units N, at least 1
   * @param random where the numbers come from
   * @return W {@code [nIn][N]}
   * @throws IllegalArgumentException if there are no such weights for these sizes
   */
  double[][] draw(int nIn, int units, SeededRandom random);
}
