package org.mf4j.stability;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mf4j.dynamics.MemristiveDynamics;

/**
 * Largest and smallest values over the neurons of a layer, each looked at once if they share all
 * constants.
 */
final class Neurons {
  private Neurons() {}

  static double smallest(MemristiveDynamics dynamics, IntToDoubleFunction ofNeuron) {
    return -largest(dynamics, i -> -ofNeuron.applyAsDouble(i));
  }

  static double largest(MemristiveDynamics dynamics, IntToDoubleFunction ofNeuron) {
    return IntStream.range(0, dynamics.distinctNeurons()).mapToDouble(ofNeuron).max().orElseThrow();
  }
}
