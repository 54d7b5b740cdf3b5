package org.mf4j.forecasting;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Forecasts in a closed loop: the true series drives the network up to a point, and from there on
 * its own output is its next input.
 */
public final class FreeRun {
  private FreeRun() {}

  /**
   * Continues one series.
   *
   * @param network what {@link TeacherForcing} has fitted to continue a series, as many outputs as
   *     inputs; its stored states are replaced
   * @param warmUp {@code [channels][T]}, the true values before the forecast, T at least 1
   * @param steps how many values to forecast, at least 1
   * @return {@code [channels][steps]}, the first of which follows the last true value
   * @throws IllegalArgumentException if the network does not put out what it reads
   */
  public static double[][] predict(MultiLayerNetwork network, double[][] warmUp, int steps) {
    return SeriesArrays.toSeries(predict(network, SeriesArrays.of(warmUp), steps));
  }

  /**
   * Continues several series at once, which costs little more than one.
   *
   * @param network as above
   * @param warmUp {@code [B,channels,T]}
   * @param steps how many values to forecast, at least 1
   * @return {@code [B,channels,steps]}
   * @throws IllegalArgumentException if the network does not put out what it reads
   */
  public static INDArray predict(MultiLayerNetwork network, INDArray warmUp, int steps) {
    Require.positive("steps", steps);
    long batch = warmUp.size(0);
    long channels = warmUp.size(1);
    if (network.layerSize(network.getnLayers() - 1) != channels) {
      throw new IllegalArgumentException(
          "network: a free run feeds outputs back as inputs; there are "
              + network.layerSize(network.getnLayers() - 1)
              + " outputs for "
              + channels
              + " channels");
    }
    network.rnnClearPreviousState();
    INDArray driven = network.rnnTimeStep(warmUp);
    INDArray value = step(driven, driven.size(2) - 1).dup();
    INDArray forecast = Nd4j.create(driven.dataType(), batch, channels, steps);
    for (int t = 0; t < steps; t++) {
      if (t > 0) {
        value = network.rnnTimeStep(value);
      }
      step(forecast, t).assign(value);
    }
    return forecast;
  }

  private static INDArray step(INDArray series, long t) {
    return series.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(t));
  }
}
