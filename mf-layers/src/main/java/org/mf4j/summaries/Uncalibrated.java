package org.mf4j.summaries;

import java.util.function.DoubleSupplier;

/**
 * A summary that must see some states of every neuron before it can be used: what stands in
 * settings. What it becomes then is saved with the network.
 */
public interface Uncalibrated extends Summary {
  /**
   * The summary for neurons of these states.
   *
   * @param states of every neuron
   * @param uniform draws from U[0, 1)
   * @return the summary that can be used
   */
  Summary calibrated(Calibration states, DoubleSupplier uniform);

  @Override
  default int memory() {
    throw missing();
  }

  @Override
  default void add(Snapshot step, double[][] memory) {
    throw missing();
  }

  @Override
  default void adjoint(
      Snapshot step, double[][] memory, double[][] gradient, double[] dH, double[] dBefore) {
    throw missing();
  }

  private IllegalStateException missing() {
    return new IllegalStateException(this + " has seen no states yet; calibrate it first");
  }
}
