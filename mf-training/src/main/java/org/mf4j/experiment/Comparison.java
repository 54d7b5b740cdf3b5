package org.mf4j.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Series;
import org.mf4j.models.FittedModel;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Task;
import org.mf4j.options.Require;
import org.mf4j.training.EpochListener;

/**
 * Fits models to one training set and scores them on one test set, several times each: trial i
 * (from 0) of every model uses the seed {@code seed + i}.
 */
public final class Comparison {
  private static final double NANOS = 1e9;

  private final DatasetSplit data;

  /**
   * A comparison on one data set.
   *
   * @param data what the models are fitted to and what they are scored on
   */
  public Comparison(DatasetSplit data) {
    this.data = data;
  }

  /**
   * How the scores are to be read.
   *
   * @return accuracy for classes, RMSE for numbers
   */
  public Metric metric() {
    return Task.of(data.train()).metric();
  }

  /**
   * Runs the trials, one after the other.
   *
   * @param models the settings of the models
   * @param trials how many trials each has, at least 1
   * @param seed the seed of the first trial
   * @param listener is told how it goes on
   * @return one result per model, in the order given; one that diverges (ArithmeticException) is a
   *     failure of its own and does not end the others
   * @throws IllegalArgumentException if there is not at least one trial
   * @throws InterruptedException if the thread was interrupted
   */
  public List<ModelResult> run(
      List<ModelSettings> models, int trials, long seed, ComparisonListener listener)
      throws InterruptedException {
    Require.positive("trials", trials);
    List<ModelResult> results = new ArrayList<>();
    for (ModelSettings settings : models) {
      results.add(trials(settings, trials, seed, listener));
    }
    return results;
  }

  private ModelResult trials(
      ModelSettings settings, int trials, long seed, ComparisonListener listener)
      throws InterruptedException {
    List<Trial> all = new ArrayList<>();
    for (int trial = 1; trial <= trials; trial++) {
      listener.onTrialStart(settings.kind(), trial, trials);
      try {
        Trial result = run(settings, trial, seed + trial - 1, listener);
        listener.onTrialEnd(settings.kind(), trial, result);
        all.add(result);
      } catch (ArithmeticException e) {
        return ModelResult.failed(settings, e.getMessage());
      }
    }
    return new ModelResult(settings, all);
  }

  private static EpochListener fitting(ComparisonListener listener, ModelKind kind, int trial) {
    return new EpochListener() {
      @Override
      public void onEpoch(int epoch, int epochs, double loss) {
        listener.onEpoch(kind, trial, epoch, epochs, loss);
      }

      @Override
      public void onSeries(int done, int series) {
        listener.onSeries(kind, trial, done, series);
      }

      @Override
      public void onReadout() {
        listener.onReadout(kind, trial);
      }
    };
  }

  private Trial run(ModelSettings settings, int trial, long seed, ComparisonListener listener)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the comparison was interrupted");
    }
    long start = System.nanoTime();
    EpochListener fitting = fitting(listener, settings.kind(), trial);
    FittedModel model = new ModelFitter(settings).fit(data.train(), seed, fitting);
    long fitted = System.nanoTime();
    Predicted predicted = predicted(model);
    double[] predictions = predicted.targets();
    double score = model.task().score(predictions, data.test());
    long scored = System.nanoTime();
    if (!Double.isFinite(score)) {
      throw new ArithmeticException("its predictions are not finite; scale what is learned");
    }
    listener.onPredictions(settings.kind(), trial, predictions);
    return new Trial(
        seed, score, (fitted - start) / NANOS, (scored - fitted) / NANOS, predicted.belief());
  }

  /** The test set runs through the network once. */
  private Predicted predicted(FittedModel model) {
    if (!model.givesProbabilities()) {
      return new Predicted(model.predict(data.test()), Optional.empty());
    }
    double[][] probabilities = model.probabilities(data.test());
    double[] truth = data.test().series().stream().mapToDouble(Series::target).toArray();
    Reliability found = Reliability.of(truth, probabilities);
    return new Predicted(
        Arrays.stream(probabilities).mapToDouble(Reliability::largest).toArray(),
        Optional.of(new Trial.Belief(found.logLoss(), found.calibrationError())));
  }

  /**
   * What a model says of the test set.
   *
   * @param targets the most probable classes, or numbers
   * @param belief of its probabilities
   */
  // Bulk numbers stay in arrays; predictions are not compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Predicted(double[] targets, Optional<Trial.Belief> belief) {}
}
