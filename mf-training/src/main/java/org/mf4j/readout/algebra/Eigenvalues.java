package org.mf4j.readout.algebra;

import java.util.Arrays;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The resolvent in the coordinates of the eigenvectors:
 *
 * <pre>
 * R(lambda) = diag(f),   f_j = 1 / (d_j + lambda)
 * </pre>
 *
 * <p>Directions in which the features do not vary, d_j + lambda at most max(n, N) eps max d, have
 * f_j = 0, so that R(0) gives the solution of least norm (the pseudo-inverse) where least squares
 * has more than one. The eigenvalue of a direction that is nothing but the intercept is infinite:
 * f_j = 0.
 *
 * @param values d, r squared singular values of the centred (and scaled) features
 * @param size max(n, N) for n examples of N features
 */
// Bulk numbers stay in arrays; eigenvalues are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record Eigenvalues(double[] values, long size) implements Resolvent {
  private static final double EPSILON = Math.ulp(1.0);

  /**
   * The filters.
   *
   * @param lambda the penalty, 0 or above
   * @return f
   */
  public double[] filter(double lambda) {
    double smallest = tolerance();
    return Arrays.stream(values).map(d -> d + lambda > smallest ? 1 / (d + lambda) : 0).toArray();
  }

  @Override
  public double tolerance() {
    return size * EPSILON * Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
  }

  @Override
  public INDArray apply(double lambda, INDArray right) {
    return right.mulColumnVector(RowMajor.column(filter(lambda)));
  }

  @Override
  public Function<INDArray, double[]> forms(double[] lambdas) {
    INDArray filters = filters(lambdas);
    return rows -> RowMajor.values(rows.muli(rows).mmul(filters));
  }

  /** {@code [r,L]}, the filters of all lambdas beside each other. */
  private INDArray filters(double[] lambdas) {
    double[] columns = new double[values.length * lambdas.length];
    for (int l = 0; l < lambdas.length; l++) {
      double[] filter = filter(lambdas[l]);
      for (int j = 0; j < filter.length; j++) {
        columns[j * lambdas.length + l] = filter[j];
      }
    }
    return RowMajor.matrix(columns, values.length, lambdas.length);
  }
}
