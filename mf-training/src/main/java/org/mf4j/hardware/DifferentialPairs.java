package org.mf4j.hardware;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.mf4j.dynamics.stochastic.Conductance;
import org.mf4j.random.SeededRandom;

/**
 * An array of weights as pairs of devices: w = scale (g+ - g-), g normalised conductances, 0 at
 * G_min and 1 at G_max. The largest |w| maps to the full range, so scale = max |w|; one device of a
 * pair stays at G_min. A weight of exactly 0 is a connection that is not there: it has no devices
 * and stays 0.
 *
 * @param scale the weight of a device at G_max
 * @param plus g+ of every weight
 * @param minus g- of every weight
 * @param present whether a weight has devices
 */
// Bulk numbers stay in arrays; pairs are compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record DifferentialPairs(double scale, double[] plus, double[] minus, boolean[] present) {
  static DifferentialPairs of(double[] weights) {
    double scale = scale(weights);
    int n = weights.length;
    DifferentialPairs pairs =
        new DifferentialPairs(scale, new double[n], new double[n], new boolean[n]);
    for (int i = 0; i < n; i++) {
      pairs.present[i] = weights[i] != 0;
      pairs.plus[i] = pairs.present[i] ? Math.max(0, weights[i]) / scale : 0;
      pairs.minus[i] = pairs.present[i] ? Math.max(0, -weights[i]) / scale : 0;
    }
    return pairs;
  }

  static double scale(double[] weights) {
    return Arrays.stream(weights).map(Math::abs).max().orElse(0);
  }

  /** Lets something happen to every device, in place. */
  void deviate(DeviceNonideality how, Conductance range, SeededRandom random) {
    for (int i = 0; i < plus.length; i++) {
      if (present[i]) {
        plus[i] = how.deviate(plus[i], range, random);
        minus[i] = how.deviate(minus[i], range, random);
      }
    }
  }

  double[] weights() {
    return IntStream.range(0, plus.length).mapToDouble(i -> scale * (plus[i] - minus[i])).toArray();
  }
}
