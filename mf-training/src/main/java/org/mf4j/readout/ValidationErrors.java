package org.mf4j.readout;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Mean squared errors of the solutions of several lambdas on examples of their own. */
final class ValidationErrors {
  private ValidationErrors() {}

  static double[] of(RidgePath path, double[] lambdas, RowSource examples) {
    INDArray weights = path.basis().mmul(path.filteredCoordinates(lambdas));
    INDArray mean = RowMajor.row(path.scaling().mean());
    double[] sums = new double[lambdas.length];
    long[] count = {0};
    examples.forEach(
        (x, y, ignored) -> {
          INDArray centred = x.castTo(DataType.DOUBLE).subRowVector(mean);
          double[] targets =
              RowMajor.values(y.castTo(DataType.DOUBLE).subRowVector(RowMajor.row(path.meanY())));
          addSquares(RowMajor.values(centred.mmul(weights)), targets, sums, (int) y.size(1));
          count[0] += y.length();
        });
    for (int l = 0; l < sums.length; l++) {
      sums[l] = count[0] == 0 ? Double.NaN : sums[l] / count[0];
    }
    return sums;
  }

  /** Predictions {@code [m,L,K]}, targets {@code [m,K]}. */
  private static void addSquares(
      double[] predictions, double[] targets, double[] sums, int outputs) {
    int perRow = outputs * sums.length;
    for (int at = 0; at < predictions.length; at++) {
      int row = at / perRow;
      double error = targets[row * outputs + at % outputs] - predictions[at];
      sums[at % perRow / outputs] += error * error;
    }
  }
}
