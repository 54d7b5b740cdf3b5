package org.mf4j.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.models.FittedModel;
import org.mf4j.models.LambdaScores;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.EpochListener;

/** Fits and scores configurations whose settings differ in lambda at most. */
final class TrialScorer {
  private final Examples examples;
  private final BooleanSupplier stopped;

  /**
   * A scorer.
   *
   * @param examples what is learned from and scored
   * @param stopped asked after every epoch
   */
  TrialScorer(Examples examples, BooleanSupplier stopped) {
    this.examples = examples;
    this.stopped = stopped;
  }

  /**
   * What trials learn from and are scored on.
   *
   * @param train the whole training set, which decides whether theory allows settings: what is
   *     selected on a part shall serve the whole
   * @param splits its parts
   * @param watching whether the scored part also decides when training stops
   */
  record Examples(SeriesSet train, List<Split> splits, boolean watching) {
    static Examples of(SeriesSet train, Validation validation, long seed) {
      return new Examples(train, validation.splits(train, seed), validation.endsTraining());
    }
  }

  /**
   * Scores.
   *
   * @return per configuration the mean over the splits
   * @throws CancellationException if the search was stopped meanwhile
   * @throws IllegalArgumentException if theory forbids the settings; nothing was computed then
   */
  double[] score(List<ModelSettings> settings, long seed) throws InterruptedException {
    settings.get(0).obstacle(examples.train).ifPresent(TrialScorer::refuse);
    double[] sums = new double[settings.size()];
    for (Split split : examples.splits) {
      double[] scores = score(settings, split, seed);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += scores[i] / examples.splits.size();
      }
    }
    return sums;
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  private double[] score(List<ModelSettings> settings, Split split, long seed)
      throws InterruptedException {
    if (settings.get(0).learning().penalty().isPresent()) {
      List<Double> lambdas =
          settings.stream().map(one -> one.learning().penalty().orElseThrow()).toList();
      return LambdaScores.of(settings.get(0), lambdas, split, seed);
    }
    double[] scores = new double[settings.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = fit(new ModelFitter(settings.get(i)), split, seed).score(split.validation());
    }
    return scores;
  }

  private FittedModel fit(ModelFitter fitter, Split split, long seed) throws InterruptedException {
    EpochListener listener = (epoch, epochs, loss) -> endIfStopped();
    return examples.watching
        ? fitter.fitWatching(split, seed, listener)
        : fitter.fit(split.train(), seed, listener);
  }

  private void endIfStopped() {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("the search was stopped");
    }
  }
}
