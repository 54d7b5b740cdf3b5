package org.mf4j.readout;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The N x N form, from statistics alone: Xc'Xc = V diag(d) V', B = V, P = V'Xc'Yc. */
final class PrimalRidge {
  private PrimalRidge() {}

  static RidgeSolutions of(SufficientStatistics statistics, boolean standardise) {
    int n = statistics.features();
    int targets = statistics.targets();
    double[] gram = statistics.productXx();
    double[] variance = new double[n];
    for (int j = 0; j < n; j++) {
      variance[j] = gram[j * n + j] / statistics.weight();
    }
    Standardisation scaling = Standardisation.of(statistics.meanX(), variance, standardise);
    scaling.scaleBoth(gram);
    SymmetricEigen eigen = SymmetricEigen.of(gram, n);
    double[] values = Arrays.stream(eigen.values()).map(d -> Math.max(d, 0)).toArray();
    INDArray basis = scaling.scaleRows(eigen.vectors());
    INDArray coordinates =
        basis.transpose().mmul(RowMajor.matrix(statistics.productXy(), n, targets));
    double[] energy = energy(values, RowMajor.values(coordinates), statistics);
    double squares = Arrays.stream(statistics.squaresY()).sum();
    return new RidgeSolutions(
        scaling,
        statistics.meanY(),
        values,
        basis,
        coordinates,
        energy,
        Math.max(0, squares - Arrays.stream(energy).sum()),
        statistics.count(),
        statistics.weight());
  }

  /** |P_j|^2 / d_j; 0 where d_j is rounding error, because then P_j is too. */
  private static double[] energy(
      double[] values, double[] coordinates, SufficientStatistics statistics) {
    int targets = statistics.targets();
    double smallest = RidgeSolutions.tolerance(values, statistics.count(), statistics.features());
    double[] energy = new double[values.length];
    for (int j = 0; j < energy.length; j++) {
      for (int k = 0; k < targets && values[j] > smallest; k++) {
        double coordinate = coordinates[j * targets + k];
        energy[j] += coordinate * coordinate / values[j];
      }
    }
    return energy;
  }
}
