package org.mf4j.examples;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.forecasting.ForecastOptions;
import org.mf4j.forecasting.FreeRun;
import org.mf4j.forecasting.Nrmse;
import org.mf4j.forecasting.TeacherForcing;
import org.mf4j.layers.MemristiveRnn;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.signals.MackeyGlass;

/**
 * A memristive reservoir learns a chaotic signal and goes on alone: its output is its next input.
 * The step of every neuron is its own, which gives the reservoir memories of many lengths.
 */
public final class MackeyGlassForecast {
  private static final int UNITS = 200;
  private static final int TRAINING = 3000;
  private static final int STEPS = 84;

  private MackeyGlassForecast() {}

  /**
   * Trains, forecasts 84 steps and prints the error and a few values.
   *
   * @param args none
   */
  public static void main(String[] args) {
    double[] signal = MackeyGlass.standard().generate(1000, TRAINING + STEPS);
    double[] truth = Arrays.copyOfRange(signal, TRAINING, TRAINING + STEPS);
    double[] forecast = forecast(train(signal), signal);
    for (int t = 11; t < STEPS; t += 12) {
      System.out.printf("step %2d: %.4f (true %.4f)%n", t + 1, forecast[t], truth[t]);
    }
    System.out.printf("NRMSE over %d steps: %.4f%n", STEPS, Nrmse.of(forecast, truth));
  }

  /** An ordinary network: save it, load it, feed it with rnnTimeStep. */
  static MultiLayerNetwork train(double[] signal) {
    RidgeOptions readout = RidgeOptions.fixed(3e-5).withStandardise(true);
    double[][] training = {Arrays.copyOf(signal, TRAINING)};
    return new TeacherForcing(ForecastOptions.standard().withWashout(500).withReadout(readout))
        .fit(reservoir(), new ReservoirOptions(0.3, 0.2, 1.25), training, new SeededRandom(1));
  }

  private static BaseRecurrentLayer reservoir() {
    SeededRandom random = new SeededRandom(2);
    double[] deltaT = new double[UNITS];
    Arrays.setAll(deltaT, i -> 0.06 * Math.pow(10, random.nextDouble()));
    return new MemristiveRnn.Builder()
        .nIn(1)
        .nOut(UNITS)
        .dynamics(MemristiveDynamics.paper().withSlope(1.2).withDeltaT(deltaT))
        .integration(Integration.EXACT)
        .build();
  }

  static double[] forecast(MultiLayerNetwork network, double[] signal) {
    double[][] past = {Arrays.copyOf(signal, TRAINING)};
    return FreeRun.predict(network, past, STEPS)[0];
  }
}
