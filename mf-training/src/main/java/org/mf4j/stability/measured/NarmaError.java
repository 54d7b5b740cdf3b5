package org.mf4j.stability.measured;

import java.util.function.UnaryOperator;
import org.mf4j.options.Require;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LinearModel;
import org.mf4j.readout.Ridge;
import org.mf4j.signals.Narma10;
import org.mf4j.stability.DrivenMap;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** How well a linear readout of the states tells the output of {@link Narma10} from its input. */
public final class NarmaError {
  private static final double LAMBDA = 1e-8;

  private NarmaError() {}

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
    return nrmse(DrivenStates.fromRest(map), map.inputs(), washout, train, test, random);
  }

  /**
   * The same of a system that is no {@link DrivenMap}, such as a physical one.
   *
   * @param system inputs {@code [T][nIn]} to states {@code [T][N]}
   * @param channels nIn; all see the same number
   * @param washout as above
   * @param train as above
   * @param test as above
   * @param random as above
   * @return NRMSE
   * @throws IllegalArgumentException if a number is out of range
   */
  public static double nrmse(
      UnaryOperator<double[][]> system,
      int channels,
      int washout,
      int train,
      int test,
      SeededRandom random) {
    Require.nonNegative("washout", washout);
    Require.positive("train", train);
    Require.positive("test", test);
    Narma10 sequence = Narma10.generate(washout + train + test, random);
    double[] y = sequence.output();
    INDArray states = DrivenStates.of(system, channels, sequence.input(), washout).features();
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
