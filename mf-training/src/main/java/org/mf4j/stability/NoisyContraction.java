package org.mf4j.stability;

import java.util.function.DoubleUnaryOperator;
import org.mf4j.dynamics.Drive;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.Interval;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.RateBounds;
import org.mf4j.dynamics.stochastic.DeviceNoise;

/**
 * What stands of condition (A) with noise (not in the papers). Two solutions under the same input
 * and the same draws differ by delta; where both lie in the unit cube,
 *
 * <pre>
 *   E|delta'|^2 &lt;= (r^2 + (sigma G ||W_h||_2)^2) |delta|^2,   r of condition (A),   G = max |d s/du|
 * </pre>
 *
 * with s(u) the spread of a step for sigma = 1: xi has mean 0 and does not depend on the states, so
 * the mixed term vanishes. Euler's spread does not depend on u, and the rate is r itself. Noise has
 * no bound, so states leave the cube now and then, and nothing is proved there; {@link
 * org.mf4j.stability.measured.NoiseMeasures} says how often. The sign of a jump depends on the
 * state, so two solutions may jump apart: with jumps differences do not vanish but fall to the size
 * of jumps.
 *
 * @param jumps whether neurons jump
 * @param bound the unit cube, and the root of the factor above
 * @param stationarySpread the standard deviation of an uncoupled neuron about its fixed point, from
 *     the smallest to the largest over neurons and constant drives: v/(1 - d^2 + 2 d a) is its
 *     square, with d the share of the state that a step leaves, v = (sigma s)^2 + E deltaT E[A^2]
 *     and a = E deltaT E[A]/(1 + 2 A_max), by which jumps tend to the fixed point
 */
public record NoisyContraction(boolean jumps, ContractionBound bound, Interval stationarySpread) {
  /**
   * Evaluates it.
   *
   * @param dynamics the constants, with RESCALE
   * @param integration how a step is integrated
   * @param coupling the norms of W_h
   * @param noise what chance adds to every step
   * @return the rate in mean square and the stationary spread
   */
  public static NoisyContraction of(
      MemristiveDynamics dynamics, Integration integration, Coupling coupling, DeviceNoise noise) {
    ContractionBound without = ConditionA.of(dynamics, integration, coupling);
    double spreading =
        largest(dynamics, noise, i -> z -> spreadGain(dynamics, integration, noise, i, z));
    return new NoisyContraction(
        noise.hasJumps(),
        new ContractionBound(
            without.invariantSet(),
            Math.hypot(without.rate(), spreading * coupling.spectralNorm())),
        new Interval(
            -largest(dynamics, noise, i -> z -> -stationary(dynamics, integration, noise, i, z)),
            largest(dynamics, noise, i -> z -> stationary(dynamics, integration, noise, i, z))));
  }

  private interface OfNeuron {
    DoubleUnaryOperator at(int neuron);
  }

  private static double largest(MemristiveDynamics dynamics, DeviceNoise noise, OfNeuron function) {
    int distinct =
        Math.max(
            dynamics.distinctNeurons(), Math.max(noise.sigma().size(), noise.jumpRate().size()));
    Interval drives = RateBounds.drive(dynamics);
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < distinct; i++) {
      largest = Math.max(largest, LargestValue.of(function.at(i), drives));
    }
    return largest;
  }

  /** sigma |d s/du|; the spread is smooth, so a central difference serves. */
  private static double spreadGain(
      MemristiveDynamics dynamics, Integration integration, DeviceNoise noise, int i, double z) {
    if (integration == Integration.EULER) {
      return 0;
    }
    NeuronStep step = NeuronStep.of(dynamics, integration, i);
    Drive drive = dynamics.drive();
    double h = 1e-5;
    double slope = (step.spread(z + h) - step.spread(z - h)) / (2 * h);
    return noise.sigma().at(i) * Math.abs(slope) * drive.slopeAt(z, dynamics.slope().at(i));
  }

  private static double stationary(
      MemristiveDynamics dynamics, Integration integration, DeviceNoise noise, int i, double z) {
    NeuronStep step = NeuronStep.of(dynamics, integration, i);
    double jump = noise.jumpRate().at(i) * dynamics.deltaT().at(i);
    double white = noise.sigma().at(i) * step.spread(z);
    double variance = white * white + jump * noise.amplitudes().moment(2);
    double back = 2 * noise.directionSlope() * jump * noise.amplitudes().moment(1);
    double d = step.decay(z);
    return Math.sqrt(variance / (1 - d * d + 2 * d * back));
  }
}
