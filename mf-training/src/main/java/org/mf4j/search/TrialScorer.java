package org.mf4j.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.mf4j.data.Split;
import org.mf4j.models.LambdaScores;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ReservoirLearning;

/** Fits and scores configurations whose settings differ in lambda at most. */
final class TrialScorer {
  private final List<Split> splits;
  private final BooleanSupplier stopped;

  TrialScorer(List<Split> splits, BooleanSupplier stopped) {
    this.splits = splits;
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
      scores[i] =
          new ModelFitter(settings.get(i))
              .fit(split.train(), seed, (epoch, epochs, loss) -> endIfStopped())
              .score(split.validation());
    }
    return scores;
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
