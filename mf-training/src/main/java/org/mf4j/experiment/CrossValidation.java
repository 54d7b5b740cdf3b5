package org.mf4j.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.data.transform.FittedPipeline;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Scores;
import org.mf4j.models.Task;

/**
 * What models of k folds say of the series that they have not seen, so that every series is
 * predicted once: an estimate of how good one model of all series is on new ones. Transforms are
 * fitted to what a fold learns from, as the model is.
 *
 * @param task what is predicted
 * @param truth the targets, fold after fold
 * @param predicted as many
 * @param probabilities of every class for every series; empty where the models tell none
 * @param folds the score of every fold
 */
// Bulk numbers stay in arrays; compared by reference.
@SuppressWarnings("ArrayRecordComponent")
public record CrossValidation(
    Task task,
    double[] truth,
    double[] predicted,
    Optional<double[][]> probabilities,
    Scores folds) {
  /** Fits a model. */
  @FunctionalInterface
  public interface Fit {
    /**
     * Fits a model.
     *
     * @param series what it learns from, transformed
     * @return the model
     * @throws InterruptedException if the thread was interrupted
     */
    FittedModel to(SeriesSet series) throws InterruptedException;
  }

  /**
   * Fits k models.
   *
   * @param series what is at hand, not transformed
   * @param transforms what is done to it first
   * @param fit makes a model of the transformed series of k - 1 folds
   * @param k the number of folds, at least 2; class by class for classification
   * @param seed decides which series are in which fold
   * @return what the models say of the fold that each has not seen
   * @throws InterruptedException if the thread was interrupted
   * @throws IllegalArgumentException if there are less than two folds
   * @throws org.mf4j.data.series.DataException if there are less series than folds, or a fold is
   *     not learnable
   */
  public static CrossValidation of(SeriesSet series, Pipeline transforms, Fit fit, int k, long seed)
      throws InterruptedException {
    Task task = Task.of(series);
    List<Double> truth = new ArrayList<>();
    List<Double> predicted = new ArrayList<>();
    List<double[]> probabilities = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (Split split : Split.kFold(series, k, seed)) {
      FittedPipeline pipeline = transforms.fit(split.train());
      FittedModel model = fit.to(pipeline.apply(split.train()));
      SeriesSet unseen = pipeline.apply(split.validation());
      Fold fold = new Fold(model, task, unseen);
      scores.add(task.score(fold.predictions(), unseen));
      unseen.series().stream().map(Series::target).forEach(truth::add);
      for (double prediction : fold.predictions()) {
        predicted.add(prediction);
      }
      fold.probabilities().map(List::of).ifPresent(probabilities::addAll);
    }
    return new CrossValidation(
        task,
        array(truth),
        array(predicted),
        probabilities.size() == truth.size()
            ? Optional.of(probabilities.toArray(double[][]::new))
            : Optional.empty(),
        new Scores(scores));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A model, whose classes may be fewer than those of the task: a rare one may be in the other
   * fold.
   */
  private record Fold(FittedModel model, Task task, SeriesSet unseen) {
    double[] predictions() {
      double[] predictions = model.predict(unseen);
      if (task.isClassification()) {
        for (int i = 0; i < predictions.length; i++) {
          predictions[i] = place((int) predictions[i]);
        }
      }
      return predictions;
    }

    private int place(int ofModel) {
      return task.classes().indexOf(model.task().classes().get(ofModel));
    }

    Optional<double[][]> probabilities() {
      if (!model.givesProbabilities()) {
        return Optional.empty();
      }
      double[][] ofModel = model.probabilities(unseen);
      double[][] ofTask = new double[ofModel.length][task.classes().size()];
      for (int i = 0; i < ofModel.length; i++) {
        for (int c = 0; c < ofModel[i].length; c++) {
          ofTask[i][place(c)] = ofModel[i][c];
        }
      }
      return Optional.of(ofTask);
    }
  }
}
