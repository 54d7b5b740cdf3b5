package org.mf4j.readout;

import java.util.Arrays;
import java.util.Optional;
import org.mf4j.readout.algebra.Eigenvalues;
import org.mf4j.readout.algebra.Reduction;
import org.mf4j.readout.algebra.RowMajor;
import org.mf4j.readout.algebra.SymmetricTiles;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The N x N form, from sums alone: Xc'Xc = V S V', B = V, P = V'Xc'Yc. */
final class PrimalRidge {
  private PrimalRidge() {}

  /**
   * Reduces.
   *
   * @param statistics which are used up
   * @param lambdas those that will be asked for
   */
  static RidgeSolutions of(RunningStatistics statistics, boolean standardise, double... lambdas) {
    SymmetricTiles gram = statistics.productXx();
    int n = gram.rows();
    int targets = statistics.meanY().length;
    double[] variance =
        Arrays.stream(gram.diagonal()).map(square -> square / statistics.weight()).toArray();
    Standardisation scaling = Standardisation.of(statistics.meanX(), variance, standardise);
    scaling.scaleBoth(gram);
    Reduction reduction = Reduction.of(gram, Math.max(n, statistics.count()), lambdas);
    INDArray basis = scaling.scaleRows(reduction.vectors());
    INDArray coordinates =
        basis.transpose().mmul(RowMajor.matrix(statistics.productXy(), n, targets));
    return new RidgeSolutions(
        scaling,
        statistics.meanY(),
        statistics.weight(),
        new Reduction(basis, reduction.resolvent()),
        basis::mmul,
        coordinates,
        reduction.resolvent() instanceof Eigenvalues eigenvalues
            ? Optional.of(crossValidation(eigenvalues, RowMajor.values(coordinates), statistics))
            : Optional.empty());
  }

  /** |P_j|^2 / d_j; 0 where d_j is rounding error, because then P_j is too. */
  private static GeneralisedCrossValidation crossValidation(
      Eigenvalues eigenvalues, double[] coordinates, RunningStatistics statistics) {
    int targets = statistics.meanY().length;
    double smallest = eigenvalues.tolerance();
    double[] values = eigenvalues.values();
    double[] energy = new double[values.length];
    for (int j = 0; j < energy.length; j++) {
      for (int k = 0; k < targets && values[j] > smallest; k++) {
        double coordinate = coordinates[j * targets + k];
        energy[j] += coordinate * coordinate / values[j];
      }
    }
    double squares = Arrays.stream(statistics.squaresY()).sum();
    return new GeneralisedCrossValidation(
        eigenvalues,
        energy,
        Math.max(0, squares - Arrays.stream(energy).sum()),
        statistics.count(),
        statistics.meanX().length,
        statistics.weight() * targets);
  }
}
