package org.mf4j.random;

/**
 * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a 64-bit generator of period 2<sup>64</sup>
 * whose whole state is one {@code long}. Every draw is defined by integer arithmetic and {@link
 * StrictMath}, so a seed gives the same numbers on every machine.
 *
 * <p>Not thread-safe: give every task its own generator by {@link #split()} before the tasks start.
 */
public final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double TWO_POW_MINUS_53 = 0x1.0p-53;

  private long state;

  /**
   * Starts a sequence.
   *
   * @param seed any value; equal seeds give equal sequences
   */
  public SeededRandom(long seed) {
    this.state = seed;
  }

  /**
   * The next 64 bits.
   *
   * @return a value uniform over all longs
   */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * A uniform number.
   *
   * @return a multiple of 2<sup>-53</sup> in [0, 1)
   */
  public double nextDouble() {
    return (nextLong() >>> 11) * TWO_POW_MINUS_53;
  }

  /**
   * A uniform number of an interval.
   *
   * @param lower the smallest value
   * @param upper the bound above
   * @return a number in [lower, upper)
   */
  public double uniform(double lower, double upper) {
    return lower + (upper - lower) * nextDouble();
  }

  /**
   * A standard normal number (Marsaglia's polar method; the second number of a pair is dropped, so
   * that the state stays one {@code long}).
   *
   * @return a number of mean 0 and variance 1
   */
  public double nextGaussian() {
    while (true) {
      double x = uniform(-1, 1);
      double y = uniform(-1, 1);
      double s = x * x + y * y;
      if (s > 0 && s < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      }
    }
  }

  /**
   * A uniform integer below a bound, without bias.
   *
   * @param bound positive
   * @return a number in [0, bound)
   * @throws IllegalArgumentException if bound is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound = " + bound + ": must be positive");
    }
    long limit = Long.MAX_VALUE - Long.MAX_VALUE % bound;
    long bits = nextLong() >>> 1;
    while (bits >= limit) {
      bits = nextLong() >>> 1;
    }
    return (int) (bits % bound);
  }

  /**
   * Shuffles in place (Fisher-Yates).
   *
   * @param values the numbers to reorder
   */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  /**
   * Starts an independent sequence, seeded by the next number of this one.
   *
   * @return the new generator
   */
  public SeededRandom split() {
    return new SeededRandom(nextLong());
  }
}
