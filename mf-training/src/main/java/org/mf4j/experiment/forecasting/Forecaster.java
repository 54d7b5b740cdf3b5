package org.mf4j.experiment.forecasting;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.forecasting.ForecastOptions;
import org.mf4j.forecasting.TeacherForcing;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Reading;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.random.SeededRandom;

/** A reservoir of some settings that has learned a signal. */
final class Forecaster {
  private Forecaster() {}

  /**
   * Fits the readout at every step. Of the {@link Reading} the washout and the normalisation count;
   * the state of every step is what is read.
   *
   * @throws IllegalArgumentException if the model is no reservoir, or reads anything but its state
   */
  static MultiLayerNetwork fit(ModelSettings model, ForecastTask.Signal signal, long seed) {
    if (!(model.learning() instanceof ReservoirLearning learning)) {
      throw new IllegalArgumentException(
          "model = " + model.kind().id() + ": forecasts are made by reservoirs; name one");
    }
    Reading reading = learning.reading();
    requireState(reading);
    SeededRandom random = new SeededRandom(seed);
    return new TeacherForcing(
            new ForecastOptions(
                reading.summaries().washout(), learning.readout(), reading.normalised()))
        .fit(
            model.cell().layer(signal.inputs().length, model.units(), random),
            learning.reservoir(),
            ForecastTask.FITTED.of(signal.inputs(), 0),
            ForecastTask.FITTED.of(signal.targets(), 0),
            random);
  }

  private static void requireState(Reading reading) {
    boolean isState =
        reading.lags().isEmpty()
            && reading.summaries().withWashout(0).equals(Reading.lastState().summaries());
    if (!isState) {
      throw new IllegalArgumentException(
          "lags, summaries: a forecast is read off the state of every step; leave them out");
    }
  }
}
