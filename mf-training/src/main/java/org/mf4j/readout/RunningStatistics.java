package org.mf4j.readout;

import org.mf4j.engine.blas.SingleThreadedBlas;
import org.mf4j.readout.algebra.RowMajor;
import org.mf4j.readout.algebra.SymmetricTiles;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link SufficientStatistics} that grow where they lie, panel by panel, by the same update as
 * their merging, which makes N<sup>2</sup> new numbers every time.
 */
final class RunningStatistics {
  private final double[] meanX;
  private final double[] meanY;
  private final SymmetricTiles productXx;
  private final double[] productXy;
  private final double[] squaresY;
  private long count;
  private double weight;

  /** Of no examples of so many features and targets. */
  RunningStatistics(int features, int targets) {
    this(
        0,
        0,
        new double[features],
        new double[targets],
        new SymmetricTiles(features),
        new double[features * targets],
        new double[targets]);
  }

  /** From its parts, which it keeps. */
  RunningStatistics(
      long count,
      double weight,
      double[] meanX,
      double[] meanY,
      SymmetricTiles productXx,
      double[] productXy,
      double[] squaresY) {
    this.count = count;
    this.weight = weight;
    this.meanX = meanX;
    this.meanY = meanY;
    this.productXx = productXx;
    this.productXy = productXy;
    this.squaresY = squaresY;
  }

  /** Adds examples, which do not change. */
  void add(Panel panel) {
    try (SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      CentredRows x = CentredRows.of(panel);
      double[] mean = panel.meanY();
      INDArray y = panel.centredY(mean);
      productXx.addGram(x.x());
      add(productXy, RowMajor.values(x.x().transpose().mmul(y)));
      add(squaresY, RowMajor.values(y.mul(y).sum(true, 0)));
      move(x.mean(), mean, panel.weight());
      x.x().close();
      count += panel.rows();
    }
  }

  /** The means take their share of those of the panel; products grow by what lies between them. */
  private void move(double[] panelX, double[] panelY, double panelWeight) {
    double total = weight + panelWeight;
    double factor = weight * panelWeight / total;
    double[] shiftX = shift(meanX, panelX, panelWeight / total);
    double[] shiftY = shift(meanY, panelY, panelWeight / total);
    int targets = shiftY.length;
    productXx.addOuter(factor, shiftX);
    for (int i = 0; i < shiftX.length; i++) {
      for (int k = 0; k < targets; k++) {
        productXy[i * targets + k] += factor * shiftX[i] * shiftY[k];
      }
    }
    for (int k = 0; k < targets; k++) {
      squaresY[k] += factor * shiftY[k] * shiftY[k];
    }
    weight = total;
  }

  private static double[] shift(double[] mean, double[] other, double share) {
    double[] shift = other.clone();
    for (int j = 0; j < shift.length; j++) {
      shift[j] -= mean[j];
      mean[j] += share * shift[j];
    }
    return shift;
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  /** What was summed up; takes the numbers over, so nothing can be added afterwards. */
  SufficientStatistics statistics() {
    double[] rows = productXx.toRows();
    productXx.close();
    return new SufficientStatistics(count, weight, meanX, meanY, rows, productXy, squaresY);
  }

  long count() {
    return count;
  }

  double weight() {
    return weight;
  }

  double[] meanX() {
    return meanX;
  }

  double[] meanY() {
    return meanY;
  }

  SymmetricTiles productXx() {
    return productXx;
  }

  double[] productXy() {
    return productXy;
  }

  double[] squaresY() {
    return squaresY;
  }
}
