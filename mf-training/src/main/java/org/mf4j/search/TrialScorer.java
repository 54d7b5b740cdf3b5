package org.mf4j.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.mf4j.data.Split;
import org.mf4j.models.FittedModel;
import org.mf4j.models.LambdaScores;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;
import org.mf4j.training.EpochListener;

/** Fits and scores configurations whose settings differ in lambda at most. */
final class TrialScorer {
  private final List<Split> splits;
  private final boolean watching;
  private final BooleanSupplier stopped;

  /**
   * A scorer.
   *
   * @param splits what is learned from and scored
   * @param watching whether the scored part also decides when training stops
   * @param stopped asked after every epoch
   */
  TrialScorer(List<Split> splits, boolean watching, BooleanSupplier stopped) {
    this.splits = splits;
    this.watching = watching;
    this.stopped = stopped;
  }

  /**
   * Scores.
   *
   * @return per configuration the mean over the splits
   * @throws CancellationException if the search was stopped meanwhile
   */
  double[] score(List<ModelSettings> settings, long seed) throws InterruptedException {
    double[] sums = new double[settings.size()];
    for (Split split : splits) {
      double[] scores = score(settings, split, seed);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += scores[i] / splits.size();
      }
    }
    return sums;
  }

  private double[] score(List<ModelSettings> settings, Split split, long seed)
      throws InterruptedException {
    if (settings.get(0).learning() instanceof ReservoirLearning) {
      List<Double> lambdas = settings.stream().map(TrialScorer::lambda).toList();
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
    return watching
        ? fitter.fitWatching(split, seed, listener)
        : fitter.fit(split.train(), seed, listener);
  }

  private static double lambda(ModelSettings settings) {
    return ((ReservoirLearning) settings.learning()).lambda();
  }

  private void endIfStopped() {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("the search was stopped");
    }
  }
}
