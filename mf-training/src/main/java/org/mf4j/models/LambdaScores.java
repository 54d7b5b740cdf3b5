package org.mf4j.models;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.networks.SummarisedSet;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LinearModel;
import org.mf4j.readout.NetworkFeatures;
import org.mf4j.readout.Ridge;
import org.mf4j.training.EpochListener;

/**
 * The scores of one reservoir under several penalties: its states are computed once and one
 * eigendecomposition serves all penalties. Each score is that of {@link ModelFitter} with the same
 * seed, up to the rounding of its output layer to single precision.
 */
public final class LambdaScores {
  private LambdaScores() {}

  /**
   * Scores models, and tells nobody how far they are.
   *
   * @param settings of a model that learns by {@link ReservoirLearning}; its own lambda is not used
   * @param lambdas the penalties, each 0 or above
   * @param split what is learned from, and what is scored
   * @param seed decides every random number
   * @return one score per penalty
   * @throws IllegalArgumentException if the model learns otherwise or a state is not finite
   * @throws org.mf4j.data.series.DataException if all series that are learned from have the same
   *     class
   */
  public static double[] of(ModelSettings settings, List<Double> lambdas, Split split, long seed) {
    return of(settings, lambdas, split, seed, EpochListener.NONE);
  }

  /**
   * Fits and scores.
   *
   * @param settings of a model that learns by {@link ReservoirLearning}; its own lambda is not used
   * @param lambdas the penalties, each 0 or above
   * @param split what is learned from, and what is scored
   * @param seed decides every random number
   * @param listener is told how far the reservoir is
   * @return one score per penalty
   * @throws IllegalArgumentException if the model learns otherwise or a state is not finite
   * @throws org.mf4j.data.series.DataException if all series that are learned from have the same
   *     class
   */
  public static double[] of(
      ModelSettings settings,
      List<Double> lambdas,
      Split split,
      long seed,
      EpochListener listener) {
    if (!(settings.learning() instanceof ReservoirLearning learning)) {
      throw new IllegalArgumentException("settings: " + settings.kind().id() + " has no reservoir");
    }
    SeriesSet train = LearnableClasses.require(split.train());
    SummarisedSet set =
        learning.summarised(
            settings.cell(), settings.units(), train, new SeededRandom(seed), listener);
    listener.onReadout();
    NetworkFeatures fitted = NetworkFeatures.of(set.network(), set.layer(), set.examples());
    NetworkFeatures scored =
        NetworkFeatures.of(set.network(), learning.examples(split.validation(), set.network()));
    List<Double> scores = new ArrayList<>();
    Task task = Task.of(train);
    for (LinearModel model :
        Ridge.path(
            fitted.features(),
            fitted.labels(),
            lambdas,
            learning.readoutOf(train.isClassification()))) {
      scores.add(task.score(task.decode(model.predict(scored.features())), split.validation()));
    }
    return scores.stream().mapToDouble(score -> score).toArray();
  }
}
