package org.mf4j.experiment;

import org.mf4j.models.ModelKind;

/**
 * Tells two listeners.
 *
 * @param first is told first
 * @param second is told second
 */
record ListenerPair(ComparisonListener first, ComparisonListener second)
    implements ComparisonListener {
  @Override
  public void onTrialStart(ModelKind kind, int trial, int trials) {
    first.onTrialStart(kind, trial, trials);
    second.onTrialStart(kind, trial, trials);
  }

  @Override
  public void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {
    first.onEpoch(kind, trial, epoch, epochs, loss);
    second.onEpoch(kind, trial, epoch, epochs, loss);
  }

  @Override
  public void onPredictions(ModelKind kind, int trial, double[] predictions) {
    first.onPredictions(kind, trial, predictions);
    second.onPredictions(kind, trial, predictions);
  }

  @Override
  public void onTrialEnd(ModelKind kind, int trial, Trial result) {
    first.onTrialEnd(kind, trial, result);
    second.onTrialEnd(kind, trial, result);
  }
}
