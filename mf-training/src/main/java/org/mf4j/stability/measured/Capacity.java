package org.mf4j.stability.measured;

import org.mf4j.readout.LinearModel;
import org.mf4j.readout.Ridge;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The capacity of states to give a target by a linear readout (Dambre, Verstraeten, Schrauwen and
 * Massar, Sci. Rep. 2, 514, 2012): C = 1 - min mean (y - readout)<sup>2</sup> / variance of y, in
 * [0, 1], the squared correlation of target and readout.
 */
final class Capacity {
  /** Relative to the sum of squares of a standardised column: far below what a state can carry. */
  private static final double LAMBDA = 1e-10;

  /** The normal quantile of 1 - 1e-4. */
  private static final double QUANTILE = 3.719016;

  private Capacity() {}

  /**
   * The capacities of targets.
   *
   * @param states {@code [T,N]}, standardised
   * @param targets {@code [T,K]}
   * @return per target its capacity, 0 where it is not significant, see {@link #threshold}
   */
  static double[] of(INDArray states, INDArray targets) {
    int steps = (int) states.size(0);
    LinearModel readout = Ridge.fit(states, targets, LAMBDA * steps);
    INDArray error = targets.sub(readout.predict(states));
    INDArray centred = targets.subRowVector(targets.mean(true, 0));
    INDArray lost = error.muli(error).sum(0).divi(centred.muli(centred).sum(0));
    double[] capacities = lost.rsubi(1).toDoubleVector();
    double threshold = threshold((int) states.size(1), steps);
    for (int k = 0; k < capacities.length; k++) {
      capacities[k] = capacities[k] > threshold ? Math.min(1, capacities[k]) : 0;
    }
    return capacities;
  }

  /**
   * What a target that has nothing to do with the states exceeds once in 10,000 times: its measured
   * capacity is distributed as chi<sup>2</sup> with N degrees of freedom over T (Dambre et al.,
   * supplement); the quantile is Wilson and Hilferty's.
   */
  static double threshold(int units, int steps) {
    double spread = 2.0 / (9 * units);
    return units * Math.pow(1 - spread + QUANTILE * Math.sqrt(spread), 3) / steps;
  }
}
