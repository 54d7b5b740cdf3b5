package org.mf4j.stability.measured;

import org.mf4j.options.Require;
import org.mf4j.stability.DrivenMap;
import org.mf4j.stability.Spectrum;

/**
 * The spectral radius of the Jacobian at the states that a series leads through: what the spectral
 * radius of W_h stands for in the design of reservoirs, taken where the network works.
 *
 * @param smallest the smallest value
 * @param mean the mean
 * @param largest the largest value
 */
public record EffectiveSpectralRadius(double smallest, double mean, double largest) {

  /**
   * Measures at steps that are spread evenly, the last among them; O(N<sup>3</sup>) each.
   *
   * @param map the map
   * @param inputs {@code [T][nIn]}, one step at least
   * @param initialState h(0)
   * @param samples at how many steps, at least 1; at most T are taken
   * @return the values
   * @throws IllegalArgumentException if there is no step or no sample
   * @throws ArithmeticException if a Jacobian is not finite
   */
  public static EffectiveSpectralRadius of(
      DrivenMap map, double[][] inputs, double[] initialState, int samples) {
    Require.positive("samples", samples);
    Require.positive("steps", inputs.length);
    int taken = Math.min(samples, inputs.length);
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    double sum = 0;
    int done = 0;
    double[] state = initialState;
    for (int t = 0; t < inputs.length; t++) {
      if ((long) (t + 1) * taken / inputs.length > done) {
        double radius = Spectrum.of(map.jacobian(state, inputs[t])).radius();
        smallest = Math.min(smallest, radius);
        largest = Math.max(largest, radius);
        sum += radius;
        done++;
      }
      state = map.next(state, inputs[t]);
    }
    return new EffectiveSpectralRadius(smallest, sum / taken, largest);
  }
}
