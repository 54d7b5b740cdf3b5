package org.mf4j.stability.measured;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.stability.DrivenMap;

/**
 * Conditional Lyapunov exponents along a driven trajectory: the mean logarithmic growth per step of
 * infinitesimal differences of state under the same input. They are those of Pecora and Carroll,
 * Phys. Rev. Lett. 64, 821 (1990), by the method of Benettin et al., Meccanica 15, 9 (1980):
 * tangent vectors follow the Jacobian and are made orthonormal after every step. A negative largest
 * exponent means that the trajectory attracts its neighbours: echo states along this input.
 */
public final class LyapunovExponents {
  private static final long DIRECTIONS_SEED = 1980;

  private LyapunovExponents() {}

  /**
   * The largest exponents.
   *
   * @param map the map
   * @param inputs {@code [T][nIn]}, T above washout
   * @param initialState h(0)
   * @param washout steps in which directions settle and that do not count, 0 or above
   * @param count how many exponents, in [1, N]
   * @return natural logarithms per step in falling order up to sampling; minus infinity where a
   *     direction vanishes
   * @throws IllegalArgumentException if no step is left after the washout, or count is out of range
   */
  public static double[] of(
      DrivenMap map, double[][] inputs, double[] initialState, int washout, int count) {
    Require.positive("count", count);
    if (count > map.units()) {
      throw new IllegalArgumentException(
          "count = " + count + ": must be at most the number of neurons, " + map.units());
    }
    if (washout < 0 || washout >= inputs.length) {
      throw new IllegalArgumentException(
          "washout = " + washout + ": must be in [0, " + inputs.length + "), the steps there are");
    }
    double[][] tangents = directions(map.units(), count);
    double[] sums = new double[count];
    double[] state = initialState;
    for (int t = 0; t < inputs.length; t++) {
      double[][] jacobian = map.jacobian(state, inputs[t]);
      for (int k = 0; k < count; k++) {
        tangents[k] = multiply(jacobian, tangents[k]);
      }
      double[] growth = orthonormalise(tangents);
      for (int k = 0; k < count && t >= washout; k++) {
        sums[k] += Math.log(growth[k]);
      }
      state = map.next(state, inputs[t]);
    }
    for (int k = 0; k < count; k++) {
      sums[k] /= inputs.length - washout;
    }
    return sums;
  }

  /**
   * The largest exponent.
   *
   * @param map the map
   * @param inputs {@code [T][nIn]}, T above washout
   * @param initialState h(0)
   * @param washout steps that do not count
   * @return natural logarithm per step; below 0 where neighbours approach each other
   */
  public static double largest(
      DrivenMap map, double[][] inputs, double[] initialState, int washout) {
    return of(map, inputs, initialState, washout, 1)[0];
  }

  private static double[][] directions(int units, int count) {
    SeededRandom random = new SeededRandom(DIRECTIONS_SEED);
    double[][] tangents = new double[count][units];
    for (double[] tangent : tangents) {
      for (int i = 0; i < units; i++) {
        tangent[i] = random.nextGaussian();
      }
    }
    orthonormalise(tangents);
    return tangents;
  }

  /** Modified Gram-Schmidt, in place; returns the lengths, the diagonal of R in QR. */
  private static double[] orthonormalise(double[][] vectors) {
    double[] lengths = new double[vectors.length];
    for (int k = 0; k < vectors.length; k++) {
      for (int l = 0; l < k; l++) {
        add(vectors[k], -dot(vectors[k], vectors[l]), vectors[l]);
      }
      lengths[k] = Math.sqrt(dot(vectors[k], vectors[k]));
      if (lengths[k] > 0) {
        add(vectors[k], 1 / lengths[k] - 1, vectors[k]);
      }
    }
    return lengths;
  }

  private static void add(double[] sum, double factor, double[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double[] multiply(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], vector);
    }
    return product;
  }
}
