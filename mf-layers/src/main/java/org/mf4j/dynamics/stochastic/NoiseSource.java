package org.mf4j.dynamics.stochastic;

import org.mf4j.random.NormalQuantile;
import org.mf4j.random.Philox4x32;

/**
 * The draws of a {@link DeviceNoise} at a place (series, step, neuron). The counter of
 * Philox4x32-10 is (neuron, step, series, n) with n = 0 for the noise and whether there is a jump,
 * n = 1 for its amplitude and sign; the key is the seed. Draws do not depend on one another's
 * order, so any number of threads, any cut of a batch and any engine meet the same noise.
 *
 * <p>Not thread-safe: a thread moves a source of its own.
 */
public final class NoiseSource {
  private static final double TWO_POW_MINUS_53 = 0x1.0p-53;
  private static final double TWO_POW_MINUS_32 = 0x1.0p-32;
  private static final long LOW_WORD = 0xFFFFFFFFL;

  private final DeviceNoise noise;
  private final Philox4x32 philox;
  private final int[] words = new int[4];
  private double normal;
  private double amplitude;
  private double direction;

  /**
   * A source.
   *
   * @param noise what is drawn
   */
  public NoiseSource(DeviceNoise noise) {
    this.noise = noise;
    this.philox = new Philox4x32(noise.seed());
  }

  /**
   * Draws for a place.
   *
   * @param series index of the series
   * @param step index of the step
   * @param neuron index of the neuron
   * @param deltaT length of the step
   */
  public void moveTo(int series, int step, int neuron, double deltaT) {
    draw(series, step, neuron, 0);
    normal = NormalQuantile.at((bits53() + 0.5) * TWO_POW_MINUS_53);
    // Unsigned words are uniform multiples of 2^-32 in [0, 1), so rate 0 never jumps.
    if (unit(words[2]) < noise.jumpRate().at(neuron) * deltaT) {
      draw(series, step, neuron, 1);
      amplitude = noise.amplitudes().quantile((bits53() + 0.5) * TWO_POW_MINUS_53);
      direction = unit(words[2]);
    } else {
      amplitude = 0;
    }
  }

  private void draw(int series, int step, int neuron, int purpose) {
    words[0] = neuron;
    words[1] = step;
    words[2] = series;
    words[3] = purpose;
    philox.apply(words);
  }

  private long bits53() {
    return ((words[1] & LOW_WORD) << 32 | (words[0] & LOW_WORD)) >>> 11;
  }

  private static double unit(int word) {
    return (word & LOW_WORD) * TWO_POW_MINUS_32;
  }

  /** {@return xi, a standard normal number} */
  public double normal() {
    return normal;
  }

  /** {@return B A: the amplitude of the jump, 0 where there is none} */
  public double amplitude() {
    return amplitude;
  }

  /** {@return a uniform number in [0, 1): the jump goes up where it lies below the probability} */
  public double direction() {
    return direction;
  }

  /**
   * The jump as a signed number.
   *
   * @param distance g~ - g, from the state to the fixed point
   * @return B s A, with s = 1 with probability 1/2 + (g~ - g)/(2 (1 + 2 A_max))
   */
  public double jump(double distance) {
    if (amplitude == 0) {
      return 0;
    }
    double up = 0.5 + noise.directionSlope() * distance;
    return direction < up ? amplitude : -amplitude;
  }
}
