package org.mf4j.readout.online;

import java.util.Arrays;
import org.mf4j.options.Require;
import org.mf4j.readout.LinearModel;
import org.nd4j.linalg.factory.Nd4j;

/** W {@code [N,K]} in rows, as plain numbers that change. */
final class AffineMap {
  private final int features;
  private final int targets;
  private final double[] weights;

  /** All zeros. */
  AffineMap(int features, int targets) {
    this.features = Require.positive("features", features);
    this.targets = Require.positive("targets", targets);
    this.weights = new double[features * targets];
  }

  /** {@return h W + start} */
  double[] apply(double[] h, double[] start) {
    requireLength("h", h, features);
    double[] y = start.clone();
    for (int j = 0; j < features; j++) {
      for (int k = 0; k < targets; k++) {
        y[k] += h[j] * weights[j * targets + k];
      }
    }
    return y;
  }

  /** W + scale u'v. */
  void add(double scale, double[] u, double[] v) {
    for (int j = 0; j < features; j++) {
      for (int k = 0; k < targets; k++) {
        weights[j * targets + k] += scale * u[j] * v[k];
      }
    }
  }

  LinearModel model(double[] intercept) {
    return new LinearModel(
        Nd4j.createFromArray(weights).reshape('c', features, targets),
        Nd4j.createFromArray(intercept).reshape('c', 1, targets));
  }

  /** Checks before anything is learnt: one NaN would spoil all that was learnt before. */
  void requireExample(double[] h, double[] y) {
    requireFinite("h", requireLength("h", h, features));
    requireFinite("y", requireLength("y", y, targets));
  }

  private static double[] requireLength(String name, double[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          name + ": " + values.length + " numbers; must be " + length);
    }
    return values;
  }

  private static void requireFinite(String name, double[] values) {
    if (!Arrays.stream(values).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(name + ": holds a number that is not finite");
    }
  }
}
