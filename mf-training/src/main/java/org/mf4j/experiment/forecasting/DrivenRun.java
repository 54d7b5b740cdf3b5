package org.mf4j.experiment.forecasting;

import java.util.Arrays;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.forecasting.Nrmse;
import org.mf4j.forecasting.OneStep;

/** Predictions while the signal drives the network, from a washout before the part on. */
final class DrivenRun {
  private DrivenRun() {}

  static double nrmse(
      MultiLayerNetwork network, double[][] inputs, double[][] targets, Segment part) {
    double[][] driving =
        Signal.columns(inputs, new Segment(part.from() - ForecastTask.WASHOUT, part.to()));
    double[] predictions = OneStep.predict(network, driving)[0];
    return Nrmse.of(
        Arrays.copyOfRange(predictions, ForecastTask.WASHOUT, predictions.length),
        Arrays.copyOfRange(targets[0], part.from(), part.to()));
  }
}
