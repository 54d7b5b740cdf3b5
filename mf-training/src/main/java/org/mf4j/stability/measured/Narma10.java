package org.mf4j.stability.measured;

import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LinearModel;
import org.mf4j.readout.Ridge;
import org.mf4j.stability.DrivenMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The benchmark NARMA-10: how well a linear readout of the states tells the output of a nonlinear
 * system of order 10 (Atiya and Parlos, IEEE Transactions on Neural Networks 11, 697, 2000). From
 * u(t) of U[0, 0.5] give
 *
 * <pre>
 *   y(t+1) = 0.3 y(t) + 0.05 y(t) (y(t) + ... + y(t-9)) + 1.5 u(t-9) u(t) + 0.1
 * </pre>
 *
 * with y = 0 before the start.
 */
public final class Narma10 {
  private static final int ORDER = 10;
  private static final double LAMBDA = 1e-8;

  private Narma10() {}

  /**
   * The target of an input.
   *
   * @param input u(0), u(1), ...
   * @return y(1), y(2), ..., of the same length: entry t belongs to the input up to u(t)
   */
  public static double[] targets(double[] input) {
    double[] next = new double[input.length];
    for (int t = 0; t < input.length; t++) {
      double y = t > 0 ? next[t - 1] : 0;
      double sum = 0;
      for (int i = 1; i <= ORDER && t - i >= 0; i++) {
        sum += next[t - i];
      }
      double delayed = t >= ORDER - 1 ? input[t - (ORDER - 1)] : 0;
      next[t] = 0.3 * y + 0.05 * y * sum + 1.5 * delayed * input[t] + 0.1;
    }
    return next;
  }

  /**
   * The error of a linear readout that was fitted on one part of a sequence, on the next.
   *
   * @param map the map, started from h(0) = 0; all its channels see the same number
   * @param washout steps that do not count, 0 or above
   * @param train steps that the readout is fitted on, at least 1
   * @param test steps that it is scored on, at least 1
   * @param random where the input comes from
   * @return NRMSE, the root of mean squared error over the variance of the target; 1 is the mean's
   * @throws IllegalArgumentException if a number is out of range
   */
  public static double nrmse(DrivenMap map, int washout, int train, int test, SeededRandom random) {
    Require.nonNegative("washout", washout);
    Require.positive("train", train);
    Require.positive("test", test);
    double[] input;
    double[] y;
    do {
      input = DrivenStates.uniform(washout + train + test, 0, 0.5, random);
      y = targets(input);
      // The recursion runs away for a few inputs, as is well known; such a sequence is drawn again.
    } while (!(y[y.length - 1] < 1));
    INDArray states = DrivenStates.of(map, input, washout).features();
    INDArray target = Nd4j.create(DataType.DOUBLE, train + test, 1);
    for (int t = 0; t < train + test; t++) {
      target.putScalar(t, 0, y[washout + t]);
    }
    LinearModel readout = Ridge.fit(rows(states, 0, train), rows(target, 0, train), LAMBDA * train);
    INDArray expected = rows(target, train, train + test);
    INDArray error = readout.predict(rows(states, train, train + test)).subi(expected);
    double squares = error.norm2Number().doubleValue();
    INDArray deviation = expected.sub(expected.meanNumber().doubleValue());
    return squares / deviation.norm2Number().doubleValue();
  }

  private static INDArray rows(INDArray matrix, int from, int to) {
    return matrix.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).dup();
  }
}
