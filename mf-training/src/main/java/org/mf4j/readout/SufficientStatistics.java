package org.mf4j.readout;

import java.io.Serializable;
import org.mf4j.engine.Workers;
import org.mf4j.options.Require;
import org.mf4j.readout.algebra.SymmetricTiles;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All that ridge regression needs to know of examples (x, y) with weights w, in plain numbers:
 *
 * <pre>
 * n,  sum w,  mean x,  mean y,  Xc'D Xc,  Xc'D Yc,  diag(Yc'D Yc),   D = diag(w)
 * </pre>
 *
 * <p>where Xc and Yc are X and Y less their weighted means. O(N<sup>2</sup> + N K) numbers,
 * whatever the number of examples. Statistics of disjoint sets are {@linkplain #merge merged} by
 * the pairwise update of Chan, Golub and LeVeque (1983), which does not cancel when the means are
 * large against the deviations; merging is associative and commutative up to rounding, and {@link
 * #none} is neutral. So parts of a data set may be summed up anywhere, in any order, and sent as
 * bytes.
 */
public final class SufficientStatistics implements Serializable {
  private static final long serialVersionUID = 1;

  private final long count;
  private final double weight;
  private final double[] meanX;
  private final double[] meanY;
  private final double[] productXx;
  private final double[] productXy;
  private final double[] squaresY;

  /** From its parts, which it keeps. */
  SufficientStatistics(
      long count,
      double weight,
      double[] meanX,
      double[] meanY,
      double[] productXx,
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

  /**
   * The statistics of no examples.
   *
   * @param features N, at least 1
   * @param targets K, at least 1
   * @return the neutral element of {@link #merge}
   * @throws IllegalArgumentException if a number is below 1
   */
  public static SufficientStatistics none(int features, int targets) {
    Require.positive("features", features);
    Require.positive("targets", targets);
    return new SufficientStatistics(
        0,
        0,
        new double[features],
        new double[targets],
        new double[Math.multiplyExact(features, features)],
        new double[features * targets],
        new double[targets]);
  }

  /**
   * The statistics of examples of weight 1 each.
   *
   * @param x features {@code [n,N]}, any floating type
   * @param y targets {@code [n,K]}, any floating type
   * @return their statistics
   * @throws IllegalArgumentException if the numbers of rows differ or a value is not finite
   */
  public static SufficientStatistics of(INDArray x, INDArray y) {
    RowSource rows = new RowSource.Matrix(x, y, null);
    RunningStatistics sums = new RunningStatistics(rows.features(), rows.targets());
    try (MemoryWorkspace detached = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      Panel.forEach(rows, sums::add);
    }
    return sums.statistics();
  }

  /**
   * The statistics of these and other examples together.
   *
   * @param other of other examples, with as many features and targets
   * @return a new value; neither operand changes
   * @throws IllegalArgumentException if the numbers of features or targets differ
   */
  public SufficientStatistics merge(SufficientStatistics other) {
    if (other.features() != features() || other.targets() != targets()) {
      throw new IllegalArgumentException(
          String.format(
              "other: %d features and %d targets; must be %d and %d like here",
              other.features(), other.targets(), features(), targets()));
    }
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    double total = weight + other.weight;
    double factor = weight * other.weight / total;
    double[] shiftX = difference(other.meanX, meanX);
    double[] shiftY = difference(other.meanY, meanY);
    double share = other.weight / total;
    return new SufficientStatistics(
        count + other.count,
        total,
        moved(meanX, share, shiftX),
        moved(meanY, share, shiftY),
        sum(productXx, other.productXx, factor, shiftX, shiftX),
        sum(productXy, other.productXy, factor, shiftX, shiftY),
        squares(other, factor, shiftY));
  }

  /** {@return N, the number of features} */
  public int features() {
    return meanX.length;
  }

  /** {@return K, the number of targets} */
  public int targets() {
    return meanY.length;
  }

  /** {@return n, the number of examples} */
  public long count() {
    return count;
  }

  /** {@return the sum of the weights, which is n without weights} */
  public double weight() {
    return weight;
  }

  /** {@return the means of the N features} */
  public double[] meanX() {
    return meanX.clone();
  }

  /** {@return the means of the K targets} */
  public double[] meanY() {
    return meanY.clone();
  }

  /** {@return Xc'D Xc, {@code [N,N]} in rows} */
  public double[] productXx() {
    return productXx.clone();
  }

  /** {@return Xc'D Yc, {@code [N,K]} in rows} */
  public double[] productXy() {
    return productXy.clone();
  }

  /** {@return the diagonal of Yc'D Yc, K numbers} */
  public double[] squaresY() {
    return squaresY.clone();
  }

  /** {@return the same, to go on with or to be used up: this value stays as it is} */
  RunningStatistics running() {
    return new RunningStatistics(
        count,
        weight,
        meanX.clone(),
        meanY.clone(),
        SymmetricTiles.of(productXx, features()),
        productXy.clone(),
        squaresY.clone());
  }

  private double[] squares(SufficientStatistics other, double factor, double[] shift) {
    double[] sum = new double[shift.length];
    for (int k = 0; k < sum.length; k++) {
      sum[k] = squaresY[k] + other.squaresY[k] + factor * shift[k] * shift[k];
    }
    return sum;
  }

  private static double[] difference(double[] a, double[] b) {
    return moved(a, -1, b);
  }

  private static double[] moved(double[] from, double share, double[] shift) {
    double[] moved = from.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += share * shift[i];
    }
    return moved;
  }

  private static double[] sum(double[] a, double[] b, double factor, double[] u, double[] v) {
    double[] sum = new double[a.length];
    Workers.run(
        u.length,
        i -> {
          double scaled = factor * u[i];
          for (int j = 0, at = i * v.length; j < v.length; j++, at++) {
            sum[at] = a[at] + b[at] + scaled * v[j];
          }
        });
    return sum;
  }
}
