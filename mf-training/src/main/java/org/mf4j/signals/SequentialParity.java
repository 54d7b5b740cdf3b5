package org.mf4j.signals;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Whether a series of random bits, shown as -1 and 1, has an odd number of ones: every step counts,
 * and no part of the series says anything by itself. As in Hochreiter and Schmidhuber, Neural
 * Computation 9, 1735 (1997), section 1, who name it as the task that guessing weights solves
 * sooner than gradients do.
 */
public record SequentialParity() implements MemoryTask {
  @Override
  public int channels() {
    return 1;
  }

  @Override
  public int classes() {
    return 2;
  }

  @Override
  public int shortest() {
    return 1;
  }

  @Override
  public double chance() {
    return 0.5;
  }

  @Override
  public Example draw(int length, SeededRandom random) {
    Require.atLeast("length", length, shortest());
    double[][] bits = new double[1][length];
    int ones = 0;
    for (int t = 0; t < length; t++) {
      int bit = random.nextInt(2);
      ones += bit;
      bits[0][t] = 2 * bit - 1;
    }
    return new Example(bits, ones % 2);
  }
}
