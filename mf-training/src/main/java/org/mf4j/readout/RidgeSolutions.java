package org.mf4j.readout;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mf4j.engine.Workers;
import org.mf4j.readout.algebra.Reduction;
import org.mf4j.readout.algebra.RowMajor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The ridge solutions of one training set for every lambda:
 *
 * <pre>
 * W(lambda) = B (S + lambda I)^-1 P
 * </pre>
 *
 * @param scaling mean and scale of the features
 * @param meanY the means of the targets
 * @param weight the sum of the weights of the examples
 * @param reduction S and V of Xc Xc'; or of Xc'Xc, its V scaled for the features as they came
 * @param basis B, which takes r coordinates {@code [r,K]} to weights {@code [N,K]} of the features
 *     as they came
 * @param coordinates P {@code [r,K]}, of the targets
 * @param crossValidation where S is diagonal
 */
// Bulk numbers stay in arrays; solutions are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record RidgeSolutions(
    Standardisation scaling,
    double[] meanY,
    double weight,
    Reduction reduction,
    UnaryOperator<INDArray> basis,
    INDArray coordinates,
    Optional<GeneralisedCrossValidation> crossValidation) {

  LinearModel at(double lambda) {
    return LinearModel.through(
        RowMajor.row(scaling.mean()),
        RowMajor.row(meanY),
        basis.apply(reduction.resolvent().apply(lambda, coordinates)));
  }

  /** {@code [r,L K]}: (S + lambda I)^-1 P of all lambdas beside each other. */
  INDArray resolved(double[] lambdas) {
    int targets = meanY.length;
    int rows = (int) coordinates.size(0);
    double[] all = new double[rows * targets * lambdas.length];
    Workers.run(
        lambdas.length,
        l -> {
          double[] one = RowMajor.values(reduction.resolvent().apply(lambdas[l], coordinates));
          for (int j = 0; j < rows; j++) {
            System.arraycopy(one, j * targets, all, (j * lambdas.length + l) * targets, targets);
          }
        });
    return RowMajor.matrix(all, rows, targets * lambdas.length);
  }
}
