package org.mf4j.stability;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The discs of Theorem V.4 (Bauer and Fike): the Jacobian is a diagonal matrix of the neurons' own
 * decay, gamma_i - deltaT_i p_i, plus the coupling deltaT_i sigma'_i c_i (W_h)_ij. A diagonal
 * matrix is normal, so every eigenvalue lies within the coupling's spectral norm of some diagonal
 * entry; for Euler's step, in [-1, 1]<sup>N</sup> and where Lemma V.2 holds, that norm is at most
 * deltaT s (b_ - a_)/4 ||W_h||_2 C for every input.
 */
public final class BauerFikeDiscs {
  private final double[] centres;
  private final double radius;

  private BauerFikeDiscs(double[] centres, double radius) {
    this.centres = centres;
    this.radius = radius;
  }

  /**
   * The discs at a state.
   *
   * @param map the layer
   * @param state h(t)
   * @param input x(t+1)
   * @return discs that together hold all eigenvalues of the Jacobian there
   */
  public static BauerFikeDiscs at(MemristiveMap map, double[] state, double[] input) {
    double radius = NormOps_DDRM.inducedP2(new DMatrixRMaj(map.coupling(state, input)));
    return new BauerFikeDiscs(map.decay(state, input), radius);
  }

  /** {@return the centres on the real axis, one per neuron, a copy} */
  public double[] centres() {
    return centres.clone();
  }

  /** {@return the radius of every disc} */
  public double radius() {
    return radius;
  }

  /**
   * How far a number lies from the nearest centre.
   *
   * @param real real part
   * @param imaginary imaginary part
   * @return the distance; at most {@link #radius()} for an eigenvalue
   */
  public double distance(double real, double imaginary) {
    double nearest = Double.POSITIVE_INFINITY;
    for (double centre : centres) {
      nearest = Math.min(nearest, Math.hypot(real - centre, imaginary));
    }
    return nearest;
  }
}
