package org.mf4j.readout;

/** The errors y - prediction of some examples, each predicted by the fit without it. */
final class LeaveOneOutErrors {
  private final double[] errors;
  private final double[] targets;
  private final double[] weights;
  private final int lambdas;

  /**
   * From its parts.
   *
   * @param errors {@code [m,L,K]} in rows; infinite where the fit without the example is not
   *     defined
   * @param targets {@code [m,K]} in rows
   * @param weights m weights
   * @param lambdas L
   */
  LeaveOneOutErrors(double[] errors, double[] targets, double[] weights, int lambdas) {
    this.errors = errors;
    this.targets = targets;
    this.weights = weights;
    this.lambdas = lambdas;
  }

  double[] errors() {
    return errors;
  }

  double[] targets() {
    return targets;
  }

  double[] weights() {
    return weights;
  }

  int lambdas() {
    return lambdas;
  }

  /** Adds for every lambda the weighted squares of all outputs. */
  void addSquares(double[] sums) {
    int targetsPerRow = targets.length / weights.length;
    int at = 0;
    for (double weight : weights) {
      for (int l = 0; l < lambdas; l++) {
        double squares = 0;
        for (int k = 0; k < targetsPerRow; k++, at++) {
          squares += errors[at] * errors[at];
        }
        sums[l] += weight * squares;
      }
    }
  }

  /** {@return {@code [m,K]} in rows, the predictions; for one lambda} */
  double[] predictions() {
    double[] predictions = targets.clone();
    for (int i = 0; i < predictions.length; i++) {
      predictions[i] -= errors[i];
    }
    return predictions;
  }
}
