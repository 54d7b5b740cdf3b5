package org.mf4j.readout.algebra;

/**
 * X = (I - V T V') [R; 0] of a tall matrix X {@code [m,b]}, m &gt;= b, by Householder reflections
 * in the compact form of Schreiber and Van Loan (SIAM J. Sci. Stat. Comput. 10, 53, 1989).
 */
final class HouseholderPanel {
  private final double[][] columns;
  private final double[] r;
  private final double[] t;

  /**
   * Factorises.
   *
   * @param columns the b columns of X; become those of V, whose upper triangle is 0 and whose
   *     diagonal is 1
   */
  HouseholderPanel(double[][] columns) {
    int b = columns.length;
    this.columns = columns;
    this.r = new double[b * b];
    this.t = new double[b * b];
    for (int j = 0; j < b; j++) {
      double tau = reflect(j);
      for (int k = j + 1; k < b; k++) {
        double projection = tau * dot(columns[j], columns[k], j);
        add(columns[k], -projection, columns[j], j);
      }
      moveToR(j);
      addToT(j, tau);
    }
  }

  /** {@return the columns of V} */
  double[][] v() {
    return columns;
  }

  /** {@return R, b x b in rows, an upper triangle} */
  double[] r() {
    return r;
  }

  /** {@return T, b x b in rows, an upper triangle} */
  double[] t() {
    return t;
  }

  /** The diagonal element becomes R_jj, and is kept there while v_j takes its place. */
  private double reflect(int j) {
    double[] x = columns[j];
    double head = x[j];
    double tail = dot(x, x, j + 1);
    int b = columns.length;
    if (tail == 0) {
      r[j * b + j] = head;
      x[j] = 1;
      return 0;
    }
    double norm = -Math.copySign(Math.sqrt(head * head + tail), head);
    double scale = 1 / (head - norm);
    for (int i = j + 1; i < x.length; i++) {
      x[i] *= scale;
    }
    x[j] = 1;
    r[j * b + j] = norm;
    return (norm - head) / norm;
  }

  /** What stands above the diagonal of column j, finished by the reflections before. */
  private void moveToR(int j) {
    for (int i = 0; i < j; i++) {
      r[i * columns.length + j] = columns[j][i];
      columns[j][i] = 0;
    }
  }

  /** T_jj = tau, T_(0..j,j) = -tau T V'v_j. */
  private void addToT(int j, double tau) {
    int b = columns.length;
    double[] products = new double[j];
    for (int k = 0; k < j; k++) {
      products[k] = dot(columns[k], columns[j], j);
    }
    for (int i = 0; i < j; i++) {
      double sum = 0;
      for (int k = i; k < j; k++) {
        sum += t[i * b + k] * products[k];
      }
      t[i * b + j] = -tau * sum;
    }
    t[j * b + j] = tau;
  }

  /** Four sums, because the order of one may not be changed by the compiler. */
  private static double dot(double[] x, double[] y, int from) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < x.length; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    for (; i < x.length; i++) {
      a += x[i] * y[i];
    }
    return a + b + (c + d);
  }

  private static void add(double[] target, double factor, double[] x, int from) {
    for (int i = from; i < x.length; i++) {
      target[i] += factor * x[i];
    }
  }
}
