package org.mf4j.signals;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;

/**
 * Which symbol was shown at first, after many steps of noise: the latching problem of Bengio,
 * Simard and Frasconi, IEEE Trans. Neural Networks 5, 157 (1994), with several symbols. The first
 * step is 1 in the channel of the symbol and 0 in the others; all later steps are N(0,
 * sigma<sup>2</sup>) in every channel.
 *
 * @param symbols K, the number of symbols, channels and classes, at least 2
 * @param noise sigma, 0 or above
 */
public record DelayedRecall(int symbols, double noise) implements MemoryTask {
  /**
   * Two symbols at least.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public DelayedRecall {
    Require.atLeast("symbols", symbols, 2);
    Require.nonNegative("noise", noise);
  }

  @Override
  public int channels() {
    return symbols;
  }

  @Override
  public int classes() {
    return symbols;
  }

  @Override
  public int shortest() {
    return 1;
  }

  @Override
  public double chance() {
    return 1.0 / symbols;
  }

  @Override
  public Example draw(int length, SeededRandom random) {
    Require.atLeast("length", length, shortest());
    int symbol = random.nextInt(symbols);
    double[][] channels = new double[symbols][length];
    channels[symbol][0] = 1;
    for (int t = 1; t < length; t++) {
      for (double[] channel : channels) {
        channel[t] = noise * random.nextGaussian();
      }
    }
    return new Example(channels, symbol);
  }
}
