package org.mf4j.stability;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.NormOps_DDRM;
import org.mf4j.networks.RecurrentWeights;

/**
 * How strongly the neurons are coupled: the norms of W_h that the conditions need. W_h is the
 * recurrent matrix in the paper's column convention, (W_h)_ij = RW_ji.
 */
public final class Coupling {
  private final double spectralNorm;
  private final double[] rowSums;

  private Coupling(double spectralNorm, double[] rowSums) {
    this.spectralNorm = spectralNorm;
    this.rowSums = rowSums;
  }

  /**
   * The norms of a layer's recurrent weights, O(N<sup>3</sup>).
   *
   * @param weights the weights
   * @return their norms
   */
  public static Coupling of(RecurrentWeights weights) {
    double[][] recurrent = weights.recurrent();
    double[] rowSums = new double[recurrent.length];
    for (double[] row : recurrent) {
      for (int i = 0; i < rowSums.length; i++) {
        rowSums[i] += Math.abs(row[i]);
      }
    }
    // RW and its transpose have the same singular values.
    return new Coupling(NormOps_DDRM.inducedP2(new DMatrixRMaj(recurrent)), rowSums);
  }

  /** {@return ||W_h||_2, the largest singular value} */
  public double spectralNorm() {
    return spectralNorm;
  }

  /** {@return ||(W_h)_i||_1 of every neuron i, a copy} */
  public double[] rowSums() {
    return rowSums.clone();
  }

  /** {@return ||W_h||_inf, the largest row sum} */
  public double largestRowSum() {
    return Arrays.stream(rowSums).max().orElseThrow();
  }

  /**
   * The norms of a multiple of W_h.
   *
   * @param factor 0 or above
   * @return the norms of factor W_h
   */
  public Coupling times(double factor) {
    return new Coupling(
        factor * spectralNorm, Arrays.stream(rowSums).map(sum -> factor * sum).toArray());
  }
}
