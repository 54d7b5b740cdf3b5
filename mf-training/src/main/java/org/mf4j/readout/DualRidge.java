package org.mf4j.readout;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mf4j.readout.algebra.Eigenvalues;
import org.mf4j.readout.algebra.Reduction;
import org.mf4j.readout.algebra.RowMajor;
import org.mf4j.readout.algebra.SymmetricTiles;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The n x n form, for at most as many examples as features: Xc Xc' = V S V', B = Xc'V, P = V'Yc.
 * Exact leave-one-out errors follow from V.
 *
 * @param solutions the solutions
 * @param separation the eigenvalue of Xc Xc' that the intercept was given; infinite where its
 *     direction is left out
 * @param rows the examples, their features centred and scaled
 */
record DualRidge(RidgeSolutions solutions, double separation, Panel rows) {
  /**
   * Reduces.
   *
   * @param panels the examples, which nobody reads again
   * @param lambdas those that will be asked for
   */
  static DualRidge of(List<Panel> panels, boolean standardise, double... lambdas) {
    double[] weights =
        panels.stream().flatMapToDouble(panel -> Arrays.stream(panel.weights())).toArray();
    INDArray targets = Nd4j.vstack(panels.stream().map(Panel::y).toArray(INDArray[]::new));
    CentredRows centred = CentredRows.takenFrom(panels);
    INDArray x = centred.x();
    Panel rows = new Panel(x, targets, weights);
    double[] meanY = rows.meanY();
    INDArray y = rows.centredY(meanY);
    double[] variance = centred.squares();
    for (int j = 0; j < variance.length; j++) {
      variance[j] /= rows.weight();
    }
    Standardisation scaling = Standardisation.of(centred.mean(), variance, standardise);
    scaling.scaleColumns(x);
    SymmetricTiles gram = SymmetricTiles.gram(x.transpose());
    double separation = separate(gram, rows);
    Reduction reduction = Reduction.of(gram, Math.max(rows.rows(), x.size(1)), lambdas);
    INDArray coordinates = reduction.vectors().transpose().mmul(y);
    Optional<GeneralisedCrossValidation> crossValidation = Optional.empty();
    if (reduction.resolvent() instanceof Eigenvalues found) {
      Eigenvalues others = withoutLargest(found);
      reduction = new Reduction(reduction.vectors(), others);
      separation = Double.POSITIVE_INFINITY;
      crossValidation = Optional.of(crossValidation(others, coordinates, rows, x.size(1)));
    }
    INDArray vectors = reduction.vectors();
    RidgeSolutions solutions =
        new RidgeSolutions(
            scaling,
            meanY,
            rows.weight(),
            reduction,
            c -> scaling.scaleRows(x.transpose().mmul(vectors.mmul(c))),
            coordinates,
            crossValidation);
    return new DualRidge(solutions, separation, rows);
  }

  /**
   * Centred rows times the roots of the weights add up to 0, so that this vector of roots is an
   * eigenvector of Xc Xc' for 0: the intercept, which is not penalised. A large eigenvalue
   * separates it from the other eigenvectors for 0.
   */
  private static double separate(SymmetricTiles gram, Panel rows) {
    double[] root = Arrays.stream(rows.weights()).map(Math::sqrt).toArray();
    double bound = gram.largestRowSum();
    double separation = bound > 0 ? 2 * bound : 1;
    gram.addOuter(separation / rows.weight(), root);
    return separation;
  }

  /** The eigenvalue of the intercept is set to infinity. */
  private static Eigenvalues withoutLargest(Eigenvalues found) {
    double[] values = found.values().clone();
    int intercept = 0;
    for (int j = 1; j < values.length; j++) {
      intercept = values[j] > values[intercept] ? j : intercept;
    }
    values[intercept] = Double.POSITIVE_INFINITY;
    return new Eigenvalues(values, found.size());
  }

  private static GeneralisedCrossValidation crossValidation(
      Eigenvalues eigenvalues, INDArray coordinates, Panel rows, long features) {
    double[] energy = RowMajor.values(coordinates.mul(coordinates).sum(true, 1));
    return new GeneralisedCrossValidation(
        eigenvalues, energy, 0, rows.rows(), features, rows.weight() * coordinates.size(1));
  }
}
