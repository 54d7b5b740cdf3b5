package org.mf4j.stability.measured;

import java.util.ArrayList;
import java.util.List;

/**
 * A product of Legendre polynomials of delayed inputs, prod over k of P_{d_k}(u(t - k)): for
 * independent inputs of U[-1, 1] these are an orthogonal basis of all functions of the past.
 *
 * @param degrees d_k for the delays k = 0, 1, ...
 */
record LegendreProduct(List<Integer> degrees) {

  /** All products of a total degree. */
  static List<LegendreProduct> ofDegree(int degree, int largestDelay) {
    List<LegendreProduct> products = new ArrayList<>();
    collect(degree, largestDelay + 1, List.of(), products);
    return products;
  }

  private static void collect(
      int left, int delays, List<Integer> chosen, List<LegendreProduct> products) {
    if (left == 0) {
      products.add(new LegendreProduct(chosen));
      return;
    }
    if (chosen.size() == delays) {
      return;
    }
    for (int degree = left; degree >= 0; degree--) {
      List<Integer> longer = new ArrayList<>(chosen);
      longer.add(degree);
      collect(left - degree, delays, longer, products);
    }
  }

  /** The value at a step. */
  double at(DrivenStates states, int t) {
    double product = 1;
    for (int delay = 0; delay < degrees.size(); delay++) {
      if (degrees.get(delay) > 0) {
        product *= legendre(degrees.get(delay), states.input(t, delay));
      }
    }
    return product;
  }

  /** Bonnet's recursion: n P_n = (2n - 1) x P_{n-1} - (n - 1) P_{n-2}. */
  static double legendre(int degree, double x) {
    double before = 1;
    double value = x;
    if (degree == 0) {
      return before;
    }
    for (int n = 2; n <= degree; n++) {
      double next = ((2 * n - 1) * x * value - (n - 1) * before) / n;
      before = value;
      value = next;
    }
    return value;
  }
}
