package org.mf4j.reservoir;

import org.mf4j.networks.RandomMatrix;
import org.mf4j.random.SeededRandom;

/** How the recurrent matrix of a reservoir is given its spectral radius rho. */
public enum RecurrentScaling {
  /**
   * RW ~ U[-v, v] with v = rho / sqrt(N) * 6 / sqrt(12) (Gallicchio, Micheli and Pedrelli, <i>Fast
   * spectral radius initialization for recurrent neural networks</i>, INNSBDDL 2019): by the
   * circular law the spectral radius is near rho for large N, and no eigenvalue is computed. What
   * the papers use.
   */
  CIRCULAR_LAW {
    @Override
    double[][] draw(int units, double spectralRadius, SeededRandom random) {
      double bound = spectralRadius / Math.sqrt(units) * 6 / Math.sqrt(12);
      return RandomMatrix.uniform(units, units, bound, random);
    }
  },
  /**
   * RW ~ U[-1, 1], then multiplied by rho / (largest eigenvalue modulus): the spectral radius is
   * rho to rounding. O(N<sup>3</sup>).
   */
  LARGEST_EIGENVALUE {
    @Override
    double[][] draw(int units, double spectralRadius, SeededRandom random) {
      double[][] matrix = RandomMatrix.uniform(units, units, 1, random);
      double factor = spectralRadius / SpectralRadius.of(matrix);
      for (double[] row : matrix) {
        for (int j = 0; j < units; j++) {
          row[j] *= factor;
        }
      }
      return matrix;
    }
  };

  abstract double[][] draw(int units, double spectralRadius, SeededRandom random);
}
