package org.mf4j.stability.measured;

import java.util.function.BiFunction;
import org.mf4j.stability.DrivenMap;

/** A map of one input channel that is given as a function, for measures that need no derivative. */
record FunctionMap(int units, BiFunction<double[], Double, double[]> step) implements DrivenMap {
  @Override
  public int inputs() {
    return 1;
  }

  @Override
  public double[] next(double[] state, double[] input) {
    return step.apply(state, input[0]);
  }

  @Override
  public double[][] jacobian(double[] state, double[] input) {
    throw new UnsupportedOperationException("no derivative");
  }
}
