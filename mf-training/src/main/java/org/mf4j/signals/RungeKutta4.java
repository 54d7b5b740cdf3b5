package org.mf4j.signals;

/**
 * The classical Runge-Kutta method of order 4 for dx/dt = f(x). Not a library's, which adds the
 * stages in another order: chaos makes of the last bit another signal, and the published tables
 * hold for these ones.
 */
final class RungeKutta4 {
  /** The right-hand side f. */
  @FunctionalInterface
  interface Field {
    /**
     * The velocity at a state.
     *
     * @param state x
     * @return f(x), a new array
     */
    double[] at(double[] state);
  }

  private RungeKutta4() {}

  /**
   * One step.
   *
   * @param field f
   * @param x the state; left as it is
   * @param h the step
   * @return the state at t + h
   */
  static double[] step(Field field, double[] x, double h) {
    double[] k1 = field.at(x);
    double[] k2 = field.at(moved(x, h / 2, k1));
    double[] k3 = field.at(moved(x, h / 2, k2));
    double[] k4 = field.at(moved(x, h, k3));
    double[] next = x.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    return next;
  }

  private static double[] moved(double[] x, double h, double[] k) {
    double[] moved = x.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += h * k[i];
    }
    return moved;
  }
}
