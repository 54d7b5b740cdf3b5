package org.mf4j.readout;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ridge regression over batches: accumulates means and centred products in double precision and
 * solves
 *
 * <pre>
 * (Xc'Xc + lambda I) W = Xc'Yc,   c = mean(Y) - mean(X) W
 * </pre>
 *
 * <p>where Xc and Yc are X and Y less their means, so that the intercept c is not penalised.
 * O(N<sup>2</sup> + N K) memory, whatever the number of examples. Batches are merged by the
 * pairwise update of Chan, Golub and LeVeque (1983), which does not cancel when the means are large
 * against the deviations.
 *
 * <p>The sums are EJML's: the bits of ND4J's matrix product depend on the number of threads that
 * its BLAS uses.
 */
public final class NormalEquations {
  private long count;
  private final DMatrixRMaj meanX;
  private final DMatrixRMaj meanY;
  private final DMatrixRMaj productXx;
  private final DMatrixRMaj productXy;

  /**
   * Starts without examples.
   *
   * @param features N, at least 1
   * @param targets K, at least 1
   */
  public NormalEquations(int features, int targets) {
    Require.positive("features", features);
    Require.positive("targets", targets);
    meanX = new DMatrixRMaj(1, features);
    meanY = new DMatrixRMaj(1, targets);
    productXx = new DMatrixRMaj(features, features);
    productXy = new DMatrixRMaj(features, targets);
  }

  /**
   * Adds examples.
   *
   * @param x features {@code [n,N]}, any floating type
   * @param y targets {@code [n,K]}, any floating type
   */
  public void add(INDArray x, INDArray y) {
    DMatrixRMaj batchX = DenseMatrices.of(x);
    DMatrixRMaj batchY = DenseMatrices.of(y);
    DMatrixRMaj shiftX = Columns.means(batchX);
    DMatrixRMaj shiftY = Columns.means(batchY);
    Columns.subtract(batchX, shiftX);
    Columns.subtract(batchY, shiftY);
    addProducts(1, batchX, batchY);

    long batch = x.size(0);
    long total = count + batch;
    CommonOps_DDRM.subtractEquals(shiftX, meanX);
    CommonOps_DDRM.subtractEquals(shiftY, meanY);
    addProducts((double) count * batch / total, shiftX, shiftY);
    CommonOps_DDRM.addEquals(meanX, (double) batch / total, shiftX);
    CommonOps_DDRM.addEquals(meanY, (double) batch / total, shiftY);
    count = total;
  }

  /**
   * Solves.
   *
   * @param lambda the penalty, 0 or above
   * @return the map that minimises |Y - X W - c|<sup>2</sup> + lambda |W|<sup>2</sup>
   * @throws IllegalArgumentException if lambda is negative or too small for dependent features
   * @throws IllegalStateException if there are no examples
   */
  public LinearModel solve(double lambda) {
    Require.nonNegative("lambda", lambda);
    if (count == 0) {
      throw new IllegalStateException("no examples were added; ridge regression needs at least 1");
    }
    return LinearModel.through(meanX, meanY, SymmetricSolver.solve(productXx, lambda, productXy));
  }

  private void addProducts(double factor, DMatrixRMaj x, DMatrixRMaj y) {
    CommonOps_DDRM.multAddTransA(factor, x, x, productXx);
    CommonOps_DDRM.multAddTransA(factor, x, y, productXy);
  }
}
