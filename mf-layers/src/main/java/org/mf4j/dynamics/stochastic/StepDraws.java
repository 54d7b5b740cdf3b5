package org.mf4j.dynamics.stochastic;

import org.mf4j.dynamics.NeuronValues;

/**
 * What all neurons of a series draw for a step: planes of N numbers each, xi of every neuron and,
 * where there are jumps, B A of every neuron and then the uniform number that decides the sign. See
 * {@link NoiseSource} for what a draw depends on.
 *
 * <p>Not thread-safe: a thread fills from draws of its own.
 */
public final class StepDraws {
  private final NoiseSource source;
  private final boolean jumps;
  private final double[] deltaT;

  /**
   * The draws of a layer.
   *
   * @param noise what is drawn
   * @param deltaT length of a step, of which the probability of a jump depends
   * @param neurons N
   */
  public StepDraws(DeviceNoise noise, NeuronValues deltaT, int neurons) {
    this.source = new NoiseSource(noise);
    this.jumps = noise.hasJumps();
    this.deltaT = deltaT.expand(neurons);
  }

  /** {@return how many planes there are: 3 with jumps, 1 without} */
  public int planes() {
    return jumps ? 3 : 1;
  }

  /**
   * Draws.
   *
   * @param series number of the series
   * @param step number of the step
   * @param drawn takes the numbers
   * @param first index of xi of the first neuron
   * @param stride from the entry of a neuron in one plane to that in the next
   */
  public void fill(int series, int step, double[] drawn, int first, int stride) {
    for (int neuron = 0; neuron < deltaT.length; neuron++) {
      source.moveTo(series, step, neuron, deltaT[neuron]);
      int at = first + neuron;
      drawn[at] = source.normal();
      if (jumps) {
        drawn[at + stride] = source.amplitude();
        drawn[at + 2 * stride] = source.direction();
      }
    }
  }
}
