package org.mf4j.forecasting;

import java.util.Arrays;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.readout.PlainRidge;
import org.mf4j.reservoir.PlainReservoir;

/** Teacher forcing and free running in plain loops, in double precision: the reference. */
final class PlainForecaster {
  private final PlainReservoir reservoir;
  private final int units;
  private final double[] readout;

  /** Fits the next value of one channel. */
  PlainForecaster(
      PlainReservoir reservoir, int units, double[] series, int washout, double lambda) {
    this.reservoir = reservoir;
    this.units = units;
    double[][] states = states(series);
    this.readout =
        PlainRidge.fit(
            Arrays.copyOfRange(states, washout, series.length - 1),
            Arrays.copyOfRange(series, washout + 1, series.length),
            lambda);
  }

  double[] readout() {
    return readout;
  }

  /** The values that follow the given ones. */
  double[] continued(double[] warmUp, int steps) {
    double[] h = states(warmUp)[warmUp.length - 1];
    double[] forecast = new double[steps];
    for (int t = 0; t < steps; t++) {
      forecast[t] = readout[units];
      for (int j = 0; j < units; j++) {
        forecast[t] += readout[j] * h[j];
      }
      h = reservoir.next(h, forecast[t]);
    }
    return forecast;
  }

  private double[][] states(double[] series) {
    double[][] states = new double[series.length][];
    double[] h = new double[units];
    for (int t = 0; t < series.length; t++) {
      h = reservoir.next(h, series[t]);
      states[t] = h;
    }
    return states;
  }

  /** Weights of a layer that reads (x - mean) / std. */
  static RecurrentWeights normalised(RecurrentWeights weights, double mean, double std) {
    double[][] input = {weights.input()[0].clone()};
    double[][] bias = {weights.bias()[0].clone()};
    for (int j = 0; j < input[0].length; j++) {
      input[0][j] /= std;
      bias[0][j] -= mean * input[0][j];
    }
    return new RecurrentWeights(input, weights.recurrent(), bias);
  }
}
