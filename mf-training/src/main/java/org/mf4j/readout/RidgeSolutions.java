package org.mf4j.readout;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The ridge solutions of one training set for every lambda:
 *
 * <pre>
 * W(lambda) = B diag(f) P,   f_j = 1 / (d_j + lambda)
 * </pre>
 *
 * <p>Directions in which the features do not vary, d_j + lambda at most max(n, N) eps max d, have
 * f_j = 0, so that W(0) is the solution of least norm (the pseudo-inverse) where least squares has
 * more than one. The eigenvalue of a direction that is nothing but the intercept is infinite: f_j =
 * 0.
 */
final class RidgeSolutions {
  private static final double EPSILON = Math.ulp(1.0);

  private final Standardisation scaling;
  private final double[] meanY;
  private final double[] values;
  private final INDArray basis;
  private final INDArray coordinates;
  private final double[] energy;
  private final double rest;
  private final long examples;
  private final double weight;

  /**
   * From its parts.
   *
   * @param scaling mean and scale of the features
   * @param meanY the means of the targets
   * @param values d, r squared singular values of the centred (and scaled) features
   * @param basis B {@code [N,r]}, which takes coordinates to weights of the features as they came
   * @param coordinates P {@code [r,K]}, of the targets
   * @param energy of every direction, the squares of the targets in it, all targets together
   * @param rest the squares of the targets in no direction, all targets together
   * @param examples n
   * @param weight the sum of the weights
   */
  RidgeSolutions(
      Standardisation scaling,
      double[] meanY,
      double[] values,
      INDArray basis,
      INDArray coordinates,
      double[] energy,
      double rest,
      long examples,
      double weight) {
    this.scaling = scaling;
    this.meanY = meanY;
    this.values = values;
    this.basis = basis;
    this.coordinates = coordinates;
    this.energy = energy;
    this.rest = rest;
    this.examples = examples;
    this.weight = weight;
  }

  Standardisation scaling() {
    return scaling;
  }

  double[] meanY() {
    return meanY;
  }

  INDArray basis() {
    return basis;
  }

  double weight() {
    return weight;
  }

  /** f for one lambda. */
  double[] filter(double lambda) {
    double smallest = tolerance();
    return Arrays.stream(values).map(d -> d + lambda > smallest ? 1 / (d + lambda) : 0).toArray();
  }

  /** {@return what the sum d_j + lambda must exceed to count} */
  double tolerance() {
    return tolerance(values, examples, basis.size(0));
  }

  /** {@return below this a squared singular value is rounding error} */
  static double tolerance(double[] values, long examples, long features) {
    double largest = Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
    return Math.max(examples, features) * EPSILON * largest;
  }

  LinearModel at(double lambda) {
    INDArray filtered = coordinates.mulColumnVector(RowMajor.column(filter(lambda)));
    return LinearModel.through(
        RowMajor.row(scaling.mean()), RowMajor.row(meanY), basis.mmul(filtered));
  }

  /** {@code [r,L]}, the filters of all lambdas beside each other. */
  INDArray filters(double[] lambdas) {
    double[] columns = new double[values.length * lambdas.length];
    for (int l = 0; l < lambdas.length; l++) {
      double[] filter = filter(lambdas[l]);
      for (int j = 0; j < filter.length; j++) {
        columns[j * lambdas.length + l] = filter[j];
      }
    }
    return RowMajor.matrix(columns, values.length, lambdas.length);
  }

  /** {@code [r,L K]}: f P of all lambdas beside each other. */
  INDArray filteredCoordinates(double[] lambdas) {
    int targets = meanY.length;
    double[] plain = RowMajor.values(coordinates);
    double[] all = new double[plain.length * lambdas.length];
    for (int l = 0; l < lambdas.length; l++) {
      double[] filter = filter(lambdas[l]);
      for (int j = 0; j < filter.length; j++) {
        for (int k = 0; k < targets; k++) {
          all[(j * lambdas.length + l) * targets + k] = filter[j] * plain[j * targets + k];
        }
      }
    }
    return RowMajor.matrix(all, values.length, targets * lambdas.length);
  }

  /**
   * Generalised cross-validation (Golub, Heath and Wahba, Technometrics 21, 215, 1979), which needs
   * no rows: the mean squared error on the training set divided by (1 - p / n)<sup>2</sup>, where p
   * = 1 + sum d_j f_j is the number of parameters in use, the intercept included.
   *
   * @return infinity where p reaches n
   */
  double generalisedCrossValidation(double lambda) {
    double[] filter = filter(lambda);
    double residual = rest;
    double parameters = 1;
    for (int j = 0; j < filter.length; j++) {
      double kept = filter[j] > 0 ? values[j] * filter[j] : 0;
      residual += energy[j] * (1 - kept) * (1 - kept);
      parameters += kept;
    }
    double free = 1 - parameters / examples;
    return free > basis.size(0) * EPSILON
        ? residual / (weight * meanY.length * free * free)
        : Double.POSITIVE_INFINITY;
  }
}
