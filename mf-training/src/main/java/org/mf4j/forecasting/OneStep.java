package org.mf4j.forecasting;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Forecasts of the next step while the true series goes on driving the network. */
public final class OneStep {
  private OneStep() {}

  /**
   * Runs a network over a series from its initial state.
   *
   * @param network what {@link TeacherForcing} has fitted; its stored states stay as they are
   * @param inputs {@code [nIn][T]}
   * @return {@code [K][T]}: at every step what the network tells after having read it; the first
   *     steps, a washout, still tell of the initial state
   */
  public static double[][] predict(MultiLayerNetwork network, double[][] inputs) {
    return SeriesArrays.toSeries(network.output(SeriesArrays.of(inputs)));
  }
}
