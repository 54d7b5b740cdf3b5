package org.mf4j.readout.algebra;

/**
 * The Cholesky factor of K + lambda I for a {@link BlockTridiagonal} K: F_J and G_J of its blocks,
 * b x b in rows each, and C_J.
 */
final class BlockFactor {
  private final int size;
  private final double[][] coupling;
  private final double[][] ofZ;
  private final double[][] ofY;

  private BlockFactor(int size, int blocks) {
    this.size = size;
    this.coupling = new double[blocks][];
    this.ofZ = new double[blocks][];
    this.ofY = new double[blocks][];
  }

  /**
   * Factorises.
   *
   * @param matrix K
   * @param lambda if it is not above the tolerance of K, everything becomes NaN
   */
  static BlockFactor of(BlockTridiagonal matrix, double lambda) {
    int b = matrix.size();
    BlockFactor factor = new BlockFactor(b, matrix.blocks());
    double added = lambda > matrix.tolerance() ? lambda : Double.NaN;
    for (int block = 0; block < matrix.blocks(); block++) {
      double[] pivot = matrix.diagonal()[block].clone();
      for (int i = 0; i < b; i++) {
        pivot[i * b + i] += added;
      }
      double[] c = new double[b * b];
      if (block > 0) {
        addTimesTransposed(c, 1, matrix.below()[block], factor.ofZ[block - 1], b);
        addTimesTransposed(pivot, -1, c, c, b);
      }
      factor.coupling[block] = c;
      factor.ofZ[block] = inverseOfCholesky(pivot, b);
      factor.ofY[block] = times(factor.ofZ[block], c, b);
    }
    return factor;
  }

  /** {@return F_J} */
  double[] ofZ(int block) {
    return ofZ[block];
  }

  /** {@return G_J} */
  double[] ofY(int block) {
    return ofY[block];
  }

  /** (K + lambda I)^-1 x in place, x of some columns in rows. */
  void solve(double[] x, int columns) {
    int b = size;
    int part = b * columns;
    for (int block = 0; block < ofZ.length; block++) {
      double[] y = new double[part];
      add(y, 1, ofZ[block], false, x, block * part, columns);
      if (block > 0) {
        add(y, -1, ofY[block], false, x, (block - 1) * part, columns);
      }
      System.arraycopy(y, 0, x, block * part, part);
    }
    for (int block = ofZ.length - 1; block >= 0; block--) {
      if (block + 1 < ofZ.length) {
        double[] rest = new double[part];
        System.arraycopy(x, block * part, rest, 0, part);
        add(rest, -1, coupling[block + 1], true, x, (block + 1) * part, columns);
        System.arraycopy(rest, 0, x, block * part, part);
      }
      double[] solution = new double[part];
      add(solution, 1, ofZ[block], true, x, block * part, columns);
      System.arraycopy(solution, 0, x, block * part, part);
    }
  }

  /** target += factor A x, or A' x, for the block of x at an offset. */
  private void add(
      double[] target, double factor, double[] a, boolean transposed, double[] x, int at, int k) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double entry = factor * a[transposed ? j * size + i : i * size + j];
        for (int c = 0; c < k; c++) {
          target[i * k + c] += entry * x[at + j * k + c];
        }
      }
    }
  }

  /** target += factor A B'. */
  private static void addTimesTransposed(
      double[] target, double factor, double[] a, double[] b, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += a[i * size + k] * b[j * size + k];
        }
        target[i * size + j] += factor * sum;
      }
    }
  }

  private static double[] times(double[] a, double[] b, int size) {
    double[] product = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < size; k++) {
        double entry = a[i * size + k];
        for (int j = 0; j < size; j++) {
          product[i * size + j] += entry * b[k * size + j];
        }
      }
    }
    return product;
  }

  /** L^-1 of A = L L'; the lower triangle of A becomes L. */
  private static double[] inverseOfCholesky(double[] a, int size) {
    double[] inverse = new double[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i * size + j];
        for (int k = 0; k < j; k++) {
          sum -= a[i * size + k] * a[j * size + k];
        }
        a[i * size + j] = i == j ? root(sum) : sum / a[j * size + j];
      }
      double pivot = a[i * size + i];
      inverse[i * size + i] = 1 / pivot;
      for (int k = 0; k < i; k++) {
        double entry = a[i * size + k] / pivot;
        for (int j = 0; j <= k; j++) {
          inverse[i * size + j] -= entry * inverse[k * size + j];
        }
      }
    }
    return inverse;
  }

  private static double root(double square) {
    if (square <= 0) {
      throw new IllegalStateException(
          "the penalty is lost beside the features in rounding; give larger values of lambda");
    }
    return Math.sqrt(square);
  }
}
