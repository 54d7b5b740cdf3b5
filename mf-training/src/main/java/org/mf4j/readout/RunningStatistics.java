package org.mf4j.readout;

import java.util.List;
import org.mf4j.engine.Workers;
import org.mf4j.engine.blas.SingleThreadedBlas;
import org.mf4j.readout.algebra.PanelProducts;
import org.mf4j.readout.algebra.RowMajor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link SufficientStatistics} that grow where they lie, panel by panel, by the same update as
 * their merging, which makes N<sup>2</sup> new numbers every time.
 */
final class RunningStatistics {
  private final double[] meanX;
  private final double[] meanY;
  // The lower triangle, as long as panels come.
  private final double[] productXx;
  private final double[] productXy;
  private final double[] squaresY;
  private long count;
  private double weight;

  /** Of no examples of so many features and targets. */
  RunningStatistics(int features, int targets) {
    meanX = new double[features];
    meanY = new double[targets];
    productXx = new double[Math.multiplyExact(features, features)];
    productXy = new double[features * targets];
    squaresY = new double[targets];
  }

  /** Adds examples, which do not change. */
  void add(Panel panel) {
    try (SingleThreadedBlas blas = SingleThreadedBlas.hold()) {
      CentredRows x = CentredRows.of(List.of(panel));
      double[] mean = panel.meanY();
      INDArray y = panel.centredY(mean);
      PanelProducts.addGram(productXx, x.x());
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
    Workers.run(
        shiftX.length,
        i -> {
          double scaled = factor * shiftX[i];
          for (int j = 0; j <= i; j++) {
            productXx[i * shiftX.length + j] += scaled * shiftX[j];
          }
          for (int k = 0; k < targets; k++) {
            productXy[i * targets + k] += scaled * shiftY[k];
          }
        });
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

  /** Xc'D Xc itself, whose upper triangle comes with {@link #statistics}. */
  double[] productXx() {
    return productXx;
  }

  /** What was summed up; takes the numbers over, so nothing can be added afterwards. */
  SufficientStatistics statistics() {
    PanelProducts.mirror(productXx, meanX.length);
    return new SufficientStatistics(count, weight, meanX, meanY, productXx, productXy, squaresY);
  }
}
