package org.mf4j.experiment.forecasting;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.forecasting.FreeRun;
import org.mf4j.forecasting.Nrmse;
import org.mf4j.forecasting.ValidPredictionTime;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Free runs from many starts within a part of a signal, each after a washout of true values, all
 * run together.
 */
final class FreeRuns {
  private static final int STEPS_BETWEEN_STARTS = 27;

  private final double[][][] truth;
  private final INDArray warmUp;
  private final double variance;

  /**
   * From its parts.
   *
   * @param truth {@code [starts][channels][steps]}, what is to be forecast
   * @param warmUp {@code [starts,channels,washout]}
   * @param variance of the first channel over the whole part
   */
  private FreeRuns(double[][][] truth, INDArray warmUp, double variance) {
    this.truth = truth;
    this.warmUp = warmUp;
    this.variance = variance;
  }

  static FreeRuns of(double[][] signal, ForecastTask.Segment part, int steps) {
    int starts = (part.to() - part.from() - steps) / STEPS_BETWEEN_STARTS + 1;
    double[][][] warm = new double[starts][][];
    double[][][] truth = new double[starts][][];
    for (int i = 0; i < starts; i++) {
      int from = part.from() + i * STEPS_BETWEEN_STARTS;
      warm[i] = columns(signal, from - ForecastTask.WASHOUT, from);
      truth[i] = columns(signal, from, from + steps);
    }
    double[] values = Arrays.copyOfRange(signal[0], part.from(), part.to());
    return new FreeRuns(truth, Nd4j.create(warm), Nrmse.variance(values));
  }

  private static double[][] columns(double[][] signal, int from, int to) {
    return Arrays.stream(signal)
        .map(channel -> Arrays.copyOfRange(channel, from, to))
        .toArray(double[][]::new);
  }

  /** The NRMSE of the last step over all starts. */
  double finalNrmse(MultiLayerNetwork network) {
    double[][][] forecasts = forecasts(network);
    double[] predictions = Arrays.stream(forecasts).mapToDouble(FreeRuns::last).toArray();
    double[] targets = Arrays.stream(truth).mapToDouble(FreeRuns::last).toArray();
    return Nrmse.of(predictions, targets, variance);
  }

  /** The mean valid time over all starts, in Lyapunov times; the exponent is per step. */
  double validTime(MultiLayerNetwork network, double exponent) {
    double[][][] forecasts = forecasts(network);
    ValidPredictionTime time = new ValidPredictionTime(0.4, 1 / exponent);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += time.of(forecasts[i], truth[i]);
    }
    return sum / truth.length;
  }

  private double[][][] forecasts(MultiLayerNetwork network) {
    INDArray forecast = FreeRun.predict(network, warmUp, truth[0][0].length);
    double[][][] series = new double[truth.length][][];
    Arrays.setAll(series, i -> forecast.slice(i).toDoubleMatrix());
    return series;
  }

  private static double last(double[][] run) {
    return run[0][run[0].length - 1];
  }
}
