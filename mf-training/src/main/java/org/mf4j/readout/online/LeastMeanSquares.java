package org.mf4j.readout.online;

import java.util.Arrays;
import org.mf4j.options.Require;
import org.mf4j.readout.LinearModel;

/**
 * Least mean squares (Widrow and Hoff, 1960) and its normalised form (Nagumo and Noda, 1967): a
 * step of stochastic gradient descent on the squared error e = y - h W - c,
 *
 * <pre>
 * W := W + mu' h e,   c := c + mu' e,   mu' = mu  or  mu / (1 + |h|^2)
 * </pre>
 *
 * <p>The 1 is the feature of the intercept. An update costs O(N K), but many more examples are
 * needed than by {@link RecursiveLeastSquares}. The normalised form takes features of any scale and
 * is stable for mu below 2; the plain one needs mu below 2 / (1 + |h|<sup>2</sup>).
 */
public final class LeastMeanSquares implements OnlineReadout {
  private final AffineMap map;
  private final double[] intercept;
  private final double stepSize;
  private final boolean normalised;

  private LeastMeanSquares(int features, int targets, double stepSize, boolean normalised) {
    this.map = new AffineMap(features, targets);
    this.intercept = new double[targets];
    this.stepSize = stepSize;
    this.normalised = normalised;
  }

  /**
   * The plain form, from the map to zero.
   *
   * @param features N, at least 1
   * @param targets K, at least 1
   * @param stepSize mu, above 0
   * @return the readout
   * @throws IllegalArgumentException if a value is not in its range
   */
  public static LeastMeanSquares plain(int features, int targets, double stepSize) {
    return new LeastMeanSquares(features, targets, Require.positive("stepSize", stepSize), false);
  }

  /**
   * The normalised form, from the map to zero.
   *
   * @param features N, at least 1
   * @param targets K, at least 1
   * @param stepSize mu in (0, 2); with 1 the example is met exactly afterwards
   * @return the readout
   * @throws IllegalArgumentException if a value is not in its range
   */
  public static LeastMeanSquares normalised(int features, int targets, double stepSize) {
    if (!(stepSize > 0 && stepSize < 2)) {
      throw new IllegalArgumentException(
          "stepSize = " + stepSize + ": must be in (0, 2), where normalised LMS is stable");
    }
    return new LeastMeanSquares(features, targets, stepSize, true);
  }

  @Override
  public double[] predict(double[] h) {
    return map.apply(h, intercept);
  }

  @Override
  public void update(double[] h, double[] y) {
    map.requireExample(h, y);
    double[] prediction = predict(h);
    double[] error = new double[y.length];
    double step = step(h);
    for (int k = 0; k < y.length; k++) {
      error[k] = y[k] - prediction[k];
      intercept[k] += step * error[k];
    }
    map.add(step, h, error);
  }

  @Override
  public LinearModel model() {
    return map.model(intercept);
  }

  private double step(double[] h) {
    return normalised ? stepSize / (1 + Arrays.stream(h).map(v -> v * v).sum()) : stepSize;
  }
}
