package org.mf4j.stability;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mf4j.dynamics.MemristiveDynamics;

/** Largest values over the neurons of a layer, each looked at once if they share all constants. */
final class Neurons {
  private Neurons() {}

  /** The number of neurons that can differ: 1 where all constants are shared. */
  static int distinct(MemristiveDynamics dynamics) {
    return Math.max(
        dynamics.gamma().size(), Math.max(dynamics.deltaT().size(), dynamics.slope().size()));
  }

  static double largest(MemristiveDynamics dynamics, IntToDoubleFunction ofNeuron) {
    return IntStream.range(0, distinct(dynamics)).mapToDouble(ofNeuron).max().orElseThrow();
  }
}
