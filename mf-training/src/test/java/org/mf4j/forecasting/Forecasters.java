package org.mf4j.forecasting;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.layers.LeakyRnn;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.reservoir.PlainReservoir;
import org.mf4j.reservoir.ReservoirOptions;

/** Small forecasters of one channel, as networks and as references. */
enum Forecasters {
  LEAKY {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      return new LeakyRnn.Builder().nIn(nIn).nOut(units).leakRate(0.4).build();
    }

    @Override
    PlainReservoir plain(RecurrentWeights weights) {
      return PlainReservoir.leaky(weights, 0.4);
    }
  },
  MEMRISTIVE {
    @Override
    BaseRecurrentLayer layer(int nIn, int units) {
      MemristiveDynamics dynamics =
          MemristiveDynamics.paper().withGamma(0.95).withSlope(2).withDeltaT(0.05);
      return new MemristiveRnn.Builder().nIn(nIn).nOut(units).dynamics(dynamics).build();
    }

    @Override
    PlainReservoir plain(RecurrentWeights weights) {
      return PlainReservoir.memristive(weights, 0.95, 2, 0.05);
    }
  };

  static final int UNITS = 12;
  static final int WASHOUT = 30;
  static final double LAMBDA = 0.01;
  private static final ReservoirOptions RESERVOIR = new ReservoirOptions(0.8, 0.3, 0.8);

  abstract BaseRecurrentLayer layer(int nIn, int units);

  abstract PlainReservoir plain(RecurrentWeights weights);

  static ForecastOptions options() {
    return ForecastOptions.standard()
        .withWashout(WASHOUT)
        .withReadout(RidgeOptions.fixed(LAMBDA))
        .withNormalised(false);
  }

  MultiLayerNetwork fit(ForecastOptions options, double[]... series) {
    return new TeacherForcing(options)
        .fit(layer(series.length, UNITS), RESERVOIR, series, new SeededRandom(1));
  }

  MultiLayerNetwork fit(ForecastOptions options, double[] input, double[] target) {
    return new TeacherForcing(options)
        .fit(
            layer(1, UNITS),
            RESERVOIR,
            new double[][] {input},
            new double[][] {target},
            new SeededRandom(1));
  }

  RecurrentWeights weights() {
    return RESERVOIR.draw(1, UNITS, new SeededRandom(1));
  }

  /** A sum of two sine waves. */
  static double[] waves(int length) {
    double[] series = new double[length];
    Arrays.setAll(series, t -> Math.sin(0.3 * t) + 0.5 * Math.sin(0.17 * t + 1));
    return series;
  }
}
