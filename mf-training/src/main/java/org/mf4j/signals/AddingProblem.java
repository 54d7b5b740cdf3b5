package org.mf4j.signals;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * The adding problem of Hochreiter and Schmidhuber, Neural Computation 9, 1735 (1997), experiment
 * 4, in the form of Le, Jaitly and Hinton, arXiv:1504.00941 (2015): the first channel has numbers
 * of U[0, 1], the second marks two steps by 1, one in each half of the series, and is 0 elsewhere.
 * To tell is the sum of the two numbers that are marked. Who always says 1 has a mean squared error
 * of 1/6.
 */
public record AddingProblem() implements MemoryTask {
  @Override
  public int channels() {
    return 2;
  }

  @Override
  public int classes() {
    return 0;
  }

  @Override
  public int shortest() {
    return 2;
  }

  @Override
  public double chance() {
    return 1.0 / 6;
  }

  @Override
  public Example draw(int length, SeededRandom random) {
    Require.atLeast("length", length, shortest());
    double[][] channels = new double[2][length];
    for (int t = 0; t < length; t++) {
      channels[0][t] = random.nextDouble();
    }
    int half = length / 2;
    int first = random.nextInt(half);
    int second = half + random.nextInt(length - half);
    channels[1][first] = 1;
    channels[1][second] = 1;
    return new Example(channels, channels[0][first] + channels[0][second]);
  }
}
