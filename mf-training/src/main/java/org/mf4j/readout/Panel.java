package org.mf4j.readout;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Some examples in double precision. */
final class Panel {
  private final INDArray x;
  private final INDArray y;
  private final double[] weights;

  /**
   * From its parts.
   *
   * @param x features {@code [m,N]}
   * @param y targets {@code [m,K]}
   * @param weights m weights
   */
  Panel(INDArray x, INDArray y, double[] weights) {
    this.x = x;
    this.y = y;
    this.weights = weights;
  }

  INDArray x() {
    return x;
  }

  INDArray y() {
    return y;
  }

  double[] weights() {
    return weights;
  }

  int rows() {
    return weights.length;
  }

  /** At most {@code count} rows from the given one on. */
  Panel rows(int from, int count) {
    int to = Math.min(rows(), from + count);
    return new Panel(
        x.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
        y.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
        Arrays.copyOfRange(weights, from, to));
  }

  double weight() {
    return Arrays.stream(weights).sum();
  }

  double[] meanX() {
    return finite("features", mean(x));
  }

  double[] meanY() {
    return finite("targets", mean(y));
  }

  /** {@return the rows of x less the mean, each times the root of its weight} */
  INDArray centredX(double[] mean) {
    return weigh(x.subRowVector(RowMajor.row(mean)));
  }

  /** {@return the rows of y less the mean, each times the root of its weight} */
  INDArray centredY(double[] mean) {
    return weigh(y.subRowVector(RowMajor.row(mean)));
  }

  void close() {
    x.close();
    y.close();
  }

  private boolean isUnweighted() {
    return Arrays.stream(weights).allMatch(weight -> weight == 1);
  }

  private INDArray weigh(INDArray rows) {
    return isUnweighted()
        ? rows
        : rows.muliColumnVector(RowMajor.column(Arrays.stream(weights).map(Math::sqrt).toArray()));
  }

  private double[] mean(INDArray matrix) {
    INDArray mean =
        isUnweighted() ? matrix.mean(true, 0) : RowMajor.row(weights).mmul(matrix).divi(weight());
    return RowMajor.values(mean);
  }

  private static double[] finite(String what, double[] mean) {
    for (int j = 0; j < mean.length; j++) {
      if (!Double.isFinite(mean[j])) {
        throw new IllegalArgumentException(
            what + ": column " + j + " holds a value that is not finite; clean the data first");
      }
    }
    return mean;
  }
}
