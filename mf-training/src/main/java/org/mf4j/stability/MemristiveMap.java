package org.mf4j.stability;

import org.mf4j.dynamics.Drive;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.NeuronStep;
import org.mf4j.networks.RecurrentWeights;

/**
 * The memristive layer, eqs. (8)-(12), and its exact Jacobian: with z the drive, sigma'_i = dz_i /
 * du_i and the step h' = offset(z) + decay(z) h of {@link NeuronStep},
 *
 * <pre>
 *   J_ij = decay_i(z_i) delta_ij + sigma'_i (offset_i'(z_i) + decay_i'(z_i) h_i) (W_h)_ij
 * </pre>
 *
 * For Euler's step that is gamma_i delta_ij + deltaT_i (sigma'_i c_i (W_h)_ij - p_i delta_ij), c_i
 * = eta_p K_p(z_i) (1 - h_i) + eta_d K_d(z_i) h_i: eq. (14) with sigma' and c scaling the
 * <em>rows</em> of W_h.
 */
public final class MemristiveMap implements DrivenMap {
  private final PreActivation preActivation;
  private final Drive drive;
  private final NeuronStep[] steps;
  private final double[] slopes;

  /**
   * A layer.
   *
   * @param dynamics the constants, shared or per neuron
   * @param integration how a step is integrated
   * @param weights W {@code [nIn][N]}, RW {@code [N][N]}, b {@code [1][N]}
   * @throws IllegalArgumentException if the constants are for another number of neurons
   */
  public MemristiveMap(
      MemristiveDynamics dynamics, Integration integration, RecurrentWeights weights) {
    this.preActivation = new PreActivation(weights);
    int units = preActivation.units();
    dynamics.requireNeurons(units);
    this.drive = dynamics.drive();
    this.steps = new NeuronStep[units];
    this.slopes = dynamics.slope().expand(units);
    for (int i = 0; i < units; i++) {
      steps[i] = NeuronStep.of(dynamics, integration, i);
    }
  }

  @Override
  public int units() {
    return steps.length;
  }

  @Override
  public int inputs() {
    return preActivation.inputs();
  }

  @Override
  public double[] next(double[] state, double[] input) {
    double[] h = drives(state, input);
    for (int i = 0; i < h.length; i++) {
      h[i] = steps[i].next(h[i], state[i]);
    }
    return h;
  }

  @Override
  public double[][] jacobian(double[] state, double[] input) {
    double[][] jacobian = coupling(state, input);
    double[] decay = decay(state, input);
    for (int i = 0; i < decay.length; i++) {
      jacobian[i][i] += decay[i];
    }
    return jacobian;
  }

  /**
   * The diagonal part of the Jacobian, the neurons by themselves.
   *
   * @param state h(t)
   * @param input x(t+1)
   * @return gamma_i - deltaT_i p_i for Euler's step, of length N
   */
  double[] decay(double[] state, double[] input) {
    double[] decay = drives(state, input);
    for (int i = 0; i < decay.length; i++) {
      decay[i] = steps[i].decay(decay[i]);
    }
    return decay;
  }

  /**
   * The rest of the Jacobian, what the neurons do to one another.
   *
   * @param state h(t)
   * @param input x(t+1)
   * @return deltaT_i sigma'_i c_i (W_h)_ij for Euler's step, {@code [N][N]}
   */
  double[][] coupling(double[] state, double[] input) {
    double[] u = preActivation.of(state, input);
    int units = u.length;
    double[][] coupling = new double[units][units];
    for (int i = 0; i < units; i++) {
      double z = drive(i, u[i]);
      double gain = drive.slopeAt(z, slopes[i]) * steps[i].driveSlope(z, state[i]);
      for (int j = 0; j < units; j++) {
        coupling[i][j] = gain * preActivation.coupling(i, j);
      }
    }
    return coupling;
  }

  /**
   * What drives the neurons.
   *
   * @param state h(t), of length N
   * @param input x(t+1), of length nIn
   * @return z(t+1), a new array of length N
   */
  double[] drives(double[] state, double[] input) {
    double[] z = preActivation.of(state, input);
    for (int i = 0; i < z.length; i++) {
      z[i] = drive(i, z[i]);
    }
    return z;
  }

  private double drive(int neuron, double u) {
    return drive.at(u, slopes[neuron]);
  }
}
