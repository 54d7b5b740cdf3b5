package org.mf4j.search;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.models.FittedModel;
import org.mf4j.models.LambdaScores;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Task;
import org.mf4j.training.EpochListener;

/**
 * Accuracy or RMSE on parts of a set of series: the mean over the splits of a {@link Validation}.
 */
final class SeriesObjective implements Objective {
  private final SeriesSet train;
  private final Validation validation;
  private final List<Split> splits;

  /**
   * Divides the series.
   *
   * @param train the whole training set, which decides whether theory allows settings: what is
   *     selected on a part shall serve the whole
   * @param validation what is scored
   * @param seed decides what goes where
   * @throws org.mf4j.data.series.DataException if the set is too small
   */
  SeriesObjective(SeriesSet train, Validation validation, long seed) {
    this.train = train;
    this.validation = validation;
    this.splits = validation.splits(train, seed);
  }

  @Override
  public Metric metric() {
    return Task.of(train).metric();
  }

  @Override
  public String describe() {
    return validation.describe();
  }

  @Override
  public double[] score(List<ModelSettings> settings, long seed, EpochListener watch)
      throws InterruptedException {
    settings.get(0).obstacle(train).ifPresent(SeriesObjective::refuse);
    double[] means = new double[settings.size()];
    for (Split split : splits) {
      double[] scores = score(settings, split, seed, watch);
      for (int i = 0; i < means.length; i++) {
        means[i] += scores[i] / splits.size();
      }
    }
    return means;
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  private double[] score(List<ModelSettings> settings, Split split, long seed, EpochListener watch)
      throws InterruptedException {
    if (settings.get(0).learning().penalty().isPresent()) {
      List<Double> lambdas =
          settings.stream().map(one -> one.learning().penalty().orElseThrow()).toList();
      return LambdaScores.of(settings.get(0), lambdas, split, seed, new UntilStopped(watch));
    }
    double[] scores = new double[settings.size()];
    for (int i = 0; i < scores.length; i++) {
      ModelFitter fitter = new ModelFitter(settings.get(i));
      scores[i] = fit(fitter, split, seed, watch).score(split.validation());
    }
    return scores;
  }

  private FittedModel fit(ModelFitter fitter, Split split, long seed, EpochListener watch)
      throws InterruptedException {
    EpochListener listener = new UntilStopped(watch);
    return validation.endsTraining()
        ? fitter.fitWatching(split, seed, listener)
        : fitter.fit(split.train(), seed, listener);
  }

  /** Gives a fit up: a network that has learned less than it should have is worth no score. */
  private static final class UntilStopped extends EpochListener.Forwarding {
    UntilStopped(EpochListener watch) {
      super(watch);
    }

    @Override
    public void onEpoch(int epoch, int epochs, double loss) {
      endIfStopped();
      super.onEpoch(epoch, epochs, loss);
    }

    @Override
    public void onSeries(int done, int series) {
      endIfStopped();
      super.onSeries(done, series);
    }

    /** Training would end early and be scored. */
    @Override
    public boolean stops() {
      return false;
    }

    private void endIfStopped() {
      if (super.stops()) {
        throw new CancellationException("the search was stopped");
      }
    }
  }
}
