package org.mf4j.readout;

import org.mf4j.engine.SingleThreadedBlas;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
 * <p>BLAS is held to one thread: the bits of its products depend on the number of threads.
 */
public final class NormalEquations {
  private long count;
  private final INDArray meanX;
  private final INDArray meanY;
  private final INDArray productXx;
  private final INDArray productXy;

  /**
   * Starts without examples.
   *
   * @param features N, at least 1
   * @param targets K, at least 1
   */
  public NormalEquations(int features, int targets) {
    Require.positive("features", features);
    Require.positive("targets", targets);
    meanX = Nd4j.zeros(DataType.DOUBLE, 1, features);
    meanY = Nd4j.zeros(DataType.DOUBLE, 1, targets);
    productXx = Nd4j.zeros(DataType.DOUBLE, features, features);
    productXy = Nd4j.zeros(DataType.DOUBLE, features, targets);
  }

  /**
   * Adds examples.
   *
   * @param x features {@code [n,N]}, any floating type
   * @param y targets {@code [n,K]}, any floating type
   */
  public void add(INDArray x, INDArray y) {
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      INDArray batchX = x.castTo(DataType.DOUBLE);
      INDArray batchY = y.castTo(DataType.DOUBLE);
      INDArray shiftX = batchX.mean(true, 0);
      INDArray shiftY = batchY.mean(true, 0);
      addProducts(1, batchX.subRowVector(shiftX), batchY.subRowVector(shiftY));
      long batch = x.size(0);
      long total = count + batch;
      shiftX.subi(meanX);
      shiftY.subi(meanY);
      addProducts((double) count * batch / total, shiftX, shiftY);
      meanX.addi(shiftX.muli((double) batch / total));
      meanY.addi(shiftY.muli((double) batch / total));
      count = total;
    }
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
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      return LinearModel.through(meanX, meanY, SymmetricSolver.solve(productXx, lambda, productXy));
    }
  }

  private void addProducts(double factor, INDArray x, INDArray y) {
    productXx.addi(x.transpose().mmul(x).muli(factor));
    productXy.addi(x.transpose().mmul(y).muli(factor));
  }
}
