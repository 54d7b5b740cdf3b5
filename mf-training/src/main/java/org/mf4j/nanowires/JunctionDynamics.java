package org.mf4j.nanowires;

import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.dynamics.stochastic.Conductance;

/**
 * How a junction between two wires changes under the voltage across it, eq. (1) of <i>Nanowire
 * Neural Networks for time-series processing</i> (Pistolesi et al.): dg/dt = K_p(V) (1 - g) -
 * K_d(V) g with V = |V_i - V_j|, solved exactly while the voltage is held, and the conductance G =
 * G_min + (G_max - G_min) g. A junction has no direction, so the sign of its voltage does not
 * matter.
 *
 * @param dynamics the rates K_p and K_d and the step deltaT, the same for all junctions; its drive
 *     is not looked at
 * @param conductance G_min and G_max; only their ratio matters for voltages
 */
public record JunctionDynamics(MemristiveDynamics dynamics, Conductance conductance) {
  /**
   * All junctions are alike, and nothing stabilises them but their own decay.
   *
   * @throws IllegalArgumentException if a constant differs from junction to junction, or gamma is
   *     not 1
   */
  public JunctionDynamics {
    dynamics.requireNeurons(1);
    if (dynamics.gamma().at(0) != 1) {
      throw new IllegalArgumentException(
          "gamma = " + dynamics.gamma() + ": must be 1, a junction has no stabiliser");
    }
  }

  /**
   * The rates of Table II of the APL paper (K_p0 = 0.0001, K_d0 = 0.5, eta_p = 10, eta_d = 1) and
   * the conductances of the silver network of Milano et al., Nat. Commun. 16 (2025).
   *
   * @param deltaT the step, positive, in the rates' unit of time
   * @return the preset
   */
  public static JunctionDynamics paper(double deltaT) {
    return new JunctionDynamics(
        MemristiveDynamics.paper().withDeltaT(deltaT), new Conductance(1.4558e-7, 6.8580e-5));
  }

  /** The exact step of a junction. */
  NeuronStep step() {
    return NeuronStep.of(dynamics, Integration.EXACT, 0);
  }
}
