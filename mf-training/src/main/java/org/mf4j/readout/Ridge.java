package org.mf4j.readout;

import java.util.List;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12, 55, 1970) with an intercept that is not
 * penalised, in double precision: minimises sum w_i |y_i - x_i W - c|<sup>2</sup> + lambda
 * |W|<sup>2</sup>.
 *
 * <p>Solves the N x N normal equations, or the n x n dual problem W = Xc'(Xc Xc' + lambda
 * I)<sup>-1</sup> Yc where there are no more examples n than features N; both have the same
 * solution. Where lambda = 0 leaves more than one, it is the one of least norm, like {@code lstsq}:
 * squared singular values below max(n, N) 2.2e-16 times the largest count as 0.
 */
public final class Ridge {
  private Ridge() {}

  /**
   * Fits with a given lambda.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}; every column is a regression of its own
   * @param lambda the penalty, 0 or above
   * @return the fitted map
   * @throws IllegalArgumentException if lambda is negative, the numbers of rows differ or a value
   *     is not finite
   * @throws IllegalStateException if there are no rows
   */
  public static LinearModel fit(INDArray x, INDArray y, double lambda) {
    return fit(x, y, RidgeOptions.fixed(lambda)).model();
  }

  /**
   * Fits.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}; with +1 for the class and -1 elsewhere for classes
   * @param options how lambda is found, standardisation, class weights, calibration
   * @return the fitted map and how it was chosen
   * @throws IllegalArgumentException if the numbers of rows differ, a value is not finite, or no
   *     lambda has a finite error
   * @throws IllegalStateException if there are no rows
   */
  public static RidgeFit fit(INDArray x, INDArray y, RidgeOptions options) {
    return RidgeSolver.solve(new MatrixRows(x, y, null), options, IteratorRows::new);
  }

  /**
   * Fits examples that weigh differently.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}
   * @param weights n weights, each above 0; multiplied by the class weights of the options
   * @param options how to fit
   * @return the fitted map and how it was chosen
   * @throws IllegalArgumentException as above, or if a weight is not above 0
   * @throws IllegalStateException if there are no rows
   */
  public static RidgeFit fit(INDArray x, INDArray y, double[] weights, RidgeOptions options) {
    return RidgeSolver.solve(new MatrixRows(x, y, weights.clone()), options, IteratorRows::new);
  }

  /**
   * Fits with several penalties, which share one decomposition.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}
   * @param lambdas the penalties, each 0 or above
   * @return one fitted map per penalty
   * @throws IllegalArgumentException if a lambda is negative, the numbers of rows differ or a value
   *     is not finite
   * @throws IllegalStateException if there are no rows
   */
  public static List<LinearModel> path(INDArray x, INDArray y, List<Double> lambdas) {
    return path(x, y, lambdas, RidgeOptions.fixed(0));
  }

  /**
   * Fits with several penalties, which share one decomposition.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}
   * @param lambdas the penalties, each 0 or above
   * @param options standardisation and class weights; its own lambda is not used
   * @return one fitted map per penalty
   * @throws IllegalArgumentException as above
   * @throws IllegalStateException if there are no rows
   */
  public static List<LinearModel> path(
      INDArray x, INDArray y, List<Double> lambdas, RidgeOptions options) {
    lambdas.forEach(lambda -> Require.nonNegative("lambda", lambda));
    return RidgeSolver.path(new MatrixRows(x, y, null), lambdas, options);
  }
}
