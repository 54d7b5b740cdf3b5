package org.mf4j.experiment;

import org.mf4j.models.ModelKind;

/** Is told how a comparison goes on. Called on the thread that runs it. */
public interface ComparisonListener {
  /** Ignores everything. */
  ComparisonListener NONE = new ComparisonListener() {};

  /**
   * A trial begins.
   *
   * @param kind its model
   * @param trial its number, from 1
   * @param trials how many trials the model has
   */
  default void onTrialStart(ModelKind kind, int trial, int trials) {}

  /**
   * An epoch of a trained model has ended.
   *
   * @param kind the model
   * @param trial the number of the trial, from 1
   * @param epoch the number of the epoch, from 1
   * @param epochs the largest number of epochs that may come
   * @param loss the mean training loss per series over the epoch
   */
  default void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {}

  /**
   * A reservoir is on its way through the training set, in one pass or several.
   *
   * @param kind the model
   * @param trial the number of the trial, from 1
   * @param done series that this pass is done with
   * @param series how many there are
   */
  default void onSeries(ModelKind kind, int trial, int done, int series) {}

  /**
   * The readout of a reservoir is solved now.
   *
   * @param kind the model
   * @param trial the number of the trial, from 1
   */
  default void onReadout(ModelKind kind, int trial) {}

  /**
   * A fitted model has predicted the test set.
   *
   * @param kind the model
   * @param trial the number of the trial, from 1
   * @param predictions per test series the index of its class, or the number
   */
  default void onPredictions(ModelKind kind, int trial, double[] predictions) {}

  /**
   * A trial has ended.
   *
   * @param kind its model
   * @param trial its number, from 1
   * @param result its score and times
   */
  default void onTrialEnd(ModelKind kind, int trial, Trial result) {}

  /**
   * Two listeners as one.
   *
   * @param next is told everything after this one
   * @return a listener that tells both
   */
  default ComparisonListener andThen(ComparisonListener next) {
    ComparisonListener first = this;
    return new ComparisonListener() {
      @Override
      public void onTrialStart(ModelKind kind, int trial, int trials) {
        first.onTrialStart(kind, trial, trials);
        next.onTrialStart(kind, trial, trials);
      }

      @Override
      public void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {
        first.onEpoch(kind, trial, epoch, epochs, loss);
        next.onEpoch(kind, trial, epoch, epochs, loss);
      }

      @Override
      public void onSeries(ModelKind kind, int trial, int done, int series) {
        first.onSeries(kind, trial, done, series);
        next.onSeries(kind, trial, done, series);
      }

      @Override
      public void onReadout(ModelKind kind, int trial) {
        first.onReadout(kind, trial);
        next.onReadout(kind, trial);
      }

      @Override
      public void onPredictions(ModelKind kind, int trial, double[] predictions) {
        first.onPredictions(kind, trial, predictions);
        next.onPredictions(kind, trial, predictions);
      }

      @Override
      public void onTrialEnd(ModelKind kind, int trial, Trial result) {
        first.onTrialEnd(kind, trial, result);
        next.onTrialEnd(kind, trial, result);
      }
    };
  }
}
