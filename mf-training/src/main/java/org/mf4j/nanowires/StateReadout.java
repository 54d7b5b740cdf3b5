package org.mf4j.nanowires;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.engine.Workers;
import org.mf4j.models.Task;
import org.mf4j.readout.LinearModel;
import org.mf4j.readout.Ridge;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.Trajectories;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A ridge regression on summaries of the trajectories of any driven system: what a network reads
 * off its reservoir, for systems that are no network of layers.
 *
 * @param system a series {@code [T][nIn]} to its states {@code [T][N]}; may be called by several
 *     threads
 * @param summaries what is made of the states
 * @param task what is predicted
 * @param model the fitted map
 */
public record StateReadout(
    UnaryOperator<double[][]> system, SummaryOptions summaries, Task task, LinearModel model) {

  /**
   * Fits a readout to the states that a system answers series with.
   *
   * @param system a series {@code [T][nIn]} to its states {@code [T][N]}
   * @param summaries what is made of the states
   * @param ridge how the ridge regression is fitted
   * @param train series with their targets, without missing values
   * @return the fitted readout
   */
  public static StateReadout fit(
      UnaryOperator<double[][]> system,
      SummaryOptions summaries,
      RidgeOptions ridge,
      SeriesSet train) {
    INDArray features = features(system, summaries, train);
    return new StateReadout(
        system, summaries, Task.of(train), Ridge.fit(features, targets(train), ridge).model());
  }

  private static INDArray targets(SeriesSet train) {
    if (!train.isClassification()) {
      return Nd4j.create(train.series().stream().mapToDouble(Series::target).toArray())
          .reshape(train.size(), 1);
    }
    double[][] codes = new double[train.size()][train.classes().size()];
    for (int i = 0; i < codes.length; i++) {
      Arrays.fill(codes[i], -1);
      codes[i][(int) train.series().get(i).target()] = 1;
    }
    return Nd4j.create(codes);
  }

  private static INDArray features(
      UnaryOperator<double[][]> system, SummaryOptions summaries, SeriesSet set) {
    double[][] rows = new double[set.size()][];
    Workers.run(rows.length, i -> rows[i] = row(system, summaries, set.series().get(i)));
    return Nd4j.create(rows);
  }

  private static double[] row(
      UnaryOperator<double[][]> system, SummaryOptions summaries, Series series) {
    double[][] inputs =
        IntStream.range(0, series.length())
            .mapToObj(
                t -> Arrays.stream(series.channels()).mapToDouble(channel -> channel[t]).toArray())
            .toArray(double[][]::new);
    double[][] states = system.apply(inputs);
    summaries.requireLengths(states.length);
    Trajectories trajectory = Trajectories.ofSeries(summaries, states[0].length, states.length);
    for (double[] state : states) {
      trajectory.add(state, true);
    }
    return trajectory.features()[0];
  }

  /**
   * Predicts and scores.
   *
   * @param series series with their targets, without missing values
   * @return accuracy or RMSE, see {@link Task#metric()}
   */
  public double score(SeriesSet series) {
    INDArray outputs = model.predict(features(system, summaries, series));
    double[] predictions =
        task.isClassification()
            ? outputs.argMax(1).castTo(outputs.dataType()).toDoubleVector()
            : outputs.toDoubleVector();
    return task.score(predictions, series);
  }
}
