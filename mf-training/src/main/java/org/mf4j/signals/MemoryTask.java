package org.mf4j.signals;

import org.mf4j.random.SeededRandom;

/**
 * A task whose answer, one per series, depends on steps long before the last one. A series has any
 * length from {@link #shortest} on; who guesses without memory has {@link #chance}.
 */
public interface MemoryTask {
  /** {@return nIn, the number of channels of a series} */
  int channels();

  /** {@return the number of classes, or 0 if a number is to be told} */
  int classes();

  /** {@return the least length of a series} */
  int shortest();

  /**
   * {@return what guessing reaches: the accuracy, or the mean squared error of the best constant}
   */
  double chance();

  /**
   * Draws a series.
   *
   * @param length T, at least {@link #shortest}
   * @param random where all random numbers come from
   * @return the series and its answer
   * @throws IllegalArgumentException if the length is too short
   */
  Example draw(int length, SeededRandom random);

  /**
   * A series and what is to be told after its last step.
   *
   * @param channels {@code [nIn][T]}
   * @param target the number, or the class, from 0
   */
  // Bulk numbers stay in arrays; examples are compared by reference.
  @SuppressWarnings("ArrayRecordComponent")
  record Example(double[][] channels, double target) {}
}
