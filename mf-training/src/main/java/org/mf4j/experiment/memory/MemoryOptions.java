package org.mf4j.experiment.memory;

import org.mf4j.options.Require;

/**
 * How every network is trained: by Adam on batches of series that are drawn anew for every update,
 * gradients clipped to norm 1 per parameter array. After every {@code interval} updates the network
 * is scored on {@code tests} series that are the same all the time; training ends when they are
 * solved.
 *
 * @param units N, at least 1
 * @param batchSize series per update, at least 1
 * @param learningRate Adam's step size, above 0
 * @param updates the largest number of updates, at least 1
 * @param interval updates between scores, at least 1
 * @param tests the number of series that are scored, at least 1
 * @param seed decides every random number
 */
public record MemoryOptions(
    int units,
    int batchSize,
    double learningRate,
    int updates,
    int interval,
    int tests,
    long seed) {
  /**
   * Counts and rates are positive.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public MemoryOptions {
    Require.positive("units", units);
    Require.positive("batchSize", batchSize);
    Require.positive("learningRate", learningRate);
    Require.positive("updates", updates);
    Require.positive("interval", interval);
    Require.positive("tests", tests);
  }

  /** {@return 64 neurons, batches of 32, step size .003, 3,000 updates, 256 series every 100} */
  public static MemoryOptions standard() {
    return new MemoryOptions(64, 32, 3e-3, 3000, 100, 256, 1);
  }

  /**
   * The same with another limit.
   *
   * @param most the largest number of updates, at least 1
   * @return new options
   */
  public MemoryOptions withUpdates(int most) {
    return new MemoryOptions(units, batchSize, learningRate, most, interval, tests, seed);
  }
}
