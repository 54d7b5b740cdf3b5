package org.mf4j.reservoir.topology;

import org.mf4j.random.SeededRandom;

/**
 * How the recurrent matrix RW of a reservoir is drawn. In the row-vector convention u = x W + h RW
 * + b, entry {@code [i][j]} is the weight with which neuron i feeds neuron j. An implementation is
 * immutable, draws the same numbers from the same generator on every machine, and describes itself
 * by {@code toString}, which is what reports show.
 */
@FunctionalInterface
public interface Topology {
  /**
   * Draws a matrix.
   *
   * @param units N, at least 1
   * @param random where the numbers come from
   * @return RW {@code [N][N]}
   * @throws IllegalArgumentException if the topology does not exist for that many neurons
   */
  double[][] draw(int units, SeededRandom random);
}
