package org.mf4j.experiment.forecasting;

import java.util.Arrays;

/** Inputs and targets of a task, generated once. */
final class Signal {
  private final double[][] inputs;
  private final double[][] targets;

  private Signal(double[][] inputs, double[][] targets) {
    this.inputs = inputs;
    this.targets = targets;
  }

  static Signal of(ForecastTask task) {
    double[][] inputs = task.inputs();
    return new Signal(inputs, task.targets(inputs));
  }

  double[][] inputs() {
    return inputs;
  }

  double[][] targets() {
    return targets;
  }

  double[][] fittedInputs() {
    return columns(inputs, ForecastTask.FITTED);
  }

  double[][] fittedTargets() {
    return columns(targets, ForecastTask.FITTED);
  }

  /** Some steps of all channels. */
  static double[][] columns(double[][] series, Segment part) {
    return Arrays.stream(series)
        .map(channel -> Arrays.copyOfRange(channel, part.from(), part.to()))
        .toArray(double[][]::new);
  }
}
