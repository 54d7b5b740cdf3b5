package org.mf4j.readout;

import org.mf4j.readout.algebra.Eigenvalues;

/**
 * Generalised cross-validation (Golub, Heath and Wahba, Technometrics 21, 215, 1979), which needs
 * no rows: the mean squared error on the training set divided by (1 - p / n)<sup>2</sup>, where p =
 * 1 + sum d_j f_j is the number of parameters in use, the intercept included.
 *
 * @param eigenvalues d and f
 * @param energy of every direction, the squares of the targets in it, all targets together
 * @param rest the squares of the targets in no direction, all targets together
 * @param examples n
 * @param features N
 * @param numbers the sum of the weights, once per target
 */
// Bulk numbers stay in arrays; they are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record GeneralisedCrossValidation(
    Eigenvalues eigenvalues,
    double[] energy,
    double rest,
    long examples,
    long features,
    double numbers) {

  /** {@return the error, infinite where p reaches n} */
  double error(double lambda) {
    double[] values = eigenvalues.values();
    double[] filter = eigenvalues.filter(lambda);
    double residual = rest;
    double parameters = 1;
    for (int j = 0; j < filter.length; j++) {
      double kept = filter[j] > 0 ? values[j] * filter[j] : 0;
      residual += energy[j] * (1 - kept) * (1 - kept);
      parameters += kept;
    }
    double free = 1 - parameters / examples;
    return free > features * Math.ulp(1.0)
        ? residual / (numbers * free * free)
        : Double.POSITIVE_INFINITY;
  }
}
