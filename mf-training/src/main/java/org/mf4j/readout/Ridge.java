package org.mf4j.readout;

import org.mf4j.engine.SingleThreadedBlas;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ridge regression (Hoerl and Kennard, Technometrics 12, 55, 1970) with an intercept that is not
 * penalised, in double precision: minimises |Y - X W - c|<sup>2</sup> + lambda |W|<sup>2</sup>.
 *
 * <p>Solves the N x N normal equations, or the n x n dual problem W = Xc'(Xc Xc' + lambda
 * I)<sup>-1</sup> Yc where there are fewer examples n than features N; both have the same solution.
 */
public final class Ridge {
  private Ridge() {}

  /**
   * Fits.
   *
   * @param x features {@code [n,N]}
   * @param y targets {@code [n,K]}; every column is a regression of its own
   * @param lambda the penalty: 0 or above, and above 0 where features are linearly dependent
   * @return the fitted map
   * @throws IllegalArgumentException if lambda is negative or too small for dependent features, or
   *     the numbers of rows differ
   */
  public static LinearModel fit(INDArray x, INDArray y, double lambda) {
    if (x.size(0) != y.size(0)) {
      throw new IllegalArgumentException(
          "y: " + y.size(0) + " rows for " + x.size(0) + " rows of features; they must agree");
    }
    if (x.size(0) < x.size(1)) {
      return fitDual(x.castTo(DataType.DOUBLE), y.castTo(DataType.DOUBLE), lambda);
    }
    NormalEquations equations = new NormalEquations((int) x.size(1), (int) y.size(1));
    equations.add(x, y);
    return equations.solve(lambda);
  }

  private static LinearModel fitDual(INDArray x, INDArray y, double lambda) {
    Require.nonNegative("lambda", lambda);
    try (SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      INDArray meanX = x.mean(true, 0);
      INDArray meanY = y.mean(true, 0);
      INDArray centred = x.subRowVector(meanX);
      INDArray gram = centred.mmul(centred.transpose());
      INDArray dual = SymmetricSolver.solve(gram, lambda, y.subRowVector(meanY));
      return LinearModel.through(meanX, meanY, centred.transpose().mmul(dual));
    }
  }
}
