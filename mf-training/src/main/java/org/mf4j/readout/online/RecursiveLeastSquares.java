package org.mf4j.readout.online;

import org.mf4j.options.Require;
import org.mf4j.readout.LinearModel;

/**
 * Recursive least squares (Haykin, Adaptive Filter Theory, ch. 10) with an intercept that is not
 * penalised. After n examples it is the minimum of
 *
 * <pre>
 * sum_i phi^(n-i) |y_i - h_i W - c|^2 + phi^n / delta |W|^2
 * </pre>
 *
 * <p>that is, with phi = 1, exactly ridge regression with lambda = 1 / delta. The intercept follows
 * from running means; the deviations a (h - mean h), a (y - mean y), with a<sup>2</sup> = phi s /
 * (phi s + 1) for the sum s of the weights so far, go through the usual recursion
 *
 * <pre>
 * g = P x / (phi + x'P x),   W := W + g (y - x'W),   P := (P - g x'P) / phi,   P(0) = delta I
 * </pre>
 *
 * <p>An update costs O(N<sup>2</sup> + N K). With phi below 1 the memory is about 1 / (1 - phi)
 * examples, and P grows without bound in directions that the features leave for longer than that;
 * keep phi at 1 or close to it for inputs that rest.
 */
public final class RecursiveLeastSquares implements OnlineReadout {
  private final double forgetting;
  private final AffineMap map;
  private final double[] meanH;
  private final double[] meanY;
  private final double[][] covariance;
  private double weight;

  /**
   * Starts with the map to zero.
   *
   * @param features N, at least 1
   * @param targets K, at least 1
   * @param forgetting phi in (0, 1]; 1 forgets nothing
   * @param delta P(0) = delta I, above 0; 1 / delta is the penalty lambda
   * @throws IllegalArgumentException if a value is not in its range
   */
  public RecursiveLeastSquares(int features, int targets, double forgetting, double delta) {
    this.forgetting = Require.fraction("forgetting", forgetting);
    this.map = new AffineMap(features, targets);
    this.meanH = new double[features];
    this.meanY = new double[targets];
    this.covariance = new double[features][features];
    for (int j = 0; j < features; j++) {
      covariance[j][j] = Require.positive("delta", delta);
    }
  }

  @Override
  public double[] predict(double[] h) {
    return map.apply(h, intercept());
  }

  @Override
  public void update(double[] h, double[] y) {
    map.requireExample(h, y);
    double before = forgetting * weight;
    weight = before + 1;
    double scale = Math.sqrt(before / weight);
    double[] x = moveMean(meanH, h, scale);
    double[] target = moveMean(meanY, y, scale);
    double[] image = image(x);
    double power = forgetting;
    for (int j = 0; j < x.length; j++) {
      power += x[j] * image[j];
    }
    double[] error = negated(map.apply(x, negated(target)));
    map.add(1 / power, image, error);
    shrink(image, 1 / power);
  }

  @Override
  public LinearModel model() {
    return map.model(intercept());
  }

  private double[] intercept() {
    return negated(map.apply(meanH, negated(meanY)));
  }

  /** Moves the mean to the new example; returns the scaled deviation from the mean before. */
  private double[] moveMean(double[] mean, double[] value, double scale) {
    double[] deviation = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      double difference = value[j] - mean[j];
      mean[j] += difference / weight;
      deviation[j] = scale * difference;
    }
    return deviation;
  }

  /** P x, by rows of the symmetric P. */
  private double[] image(double[] x) {
    double[] image = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] row = covariance[i];
      double factor = x[i];
      for (int j = 0; j < x.length; j++) {
        image[j] += factor * row[j];
      }
    }
    return image;
  }

  /** P := (P - image image' scale) / phi, which stays exactly symmetric. */
  private void shrink(double[] image, double scale) {
    for (int i = 0; i < image.length; i++) {
      double[] row = covariance[i];
      for (int j = 0; j < image.length; j++) {
        row[j] = (row[j] - image[i] * image[j] * scale) / forgetting;
      }
    }
  }

  private static double[] negated(double[] values) {
    double[] negated = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      negated[k] = -values[k];
    }
    return negated;
  }
}
