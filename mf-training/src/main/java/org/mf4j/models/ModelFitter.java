package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.series.LearnableClasses;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.EpochListener;

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
   * Fits a model with these settings to a training set.
   *
   * @param train series with their targets, without missing values
   * @param seed decides every random number; the same seed gives the same model
   * @param listener is told after every epoch; reservoirs have none
   * @return the model; its provenance holds the name and size of the set, the seed and the settings
   * @throws org.mf4j.data.series.DataException if a value is missing or all series have the same
   *     class
   * @throws InterruptedException if the thread was interrupted during training
   */
  public FittedModel fit(SeriesSet train, long seed, EpochListener listener)
      throws InterruptedException {
    LearnableClasses.require(train);
    return fitted(
        settings
            .learning()
            .fit(settings.cell(), settings.units(), train, new SeededRandom(seed), listener),
        train,
        seed);
  }

  /**
   * Fits as when settings are selected: training that stops early is stopped by the loss on the
   * validation part, as in the papers.
   *
   * @param split what is learned from, and what decides when to stop; without missing values
   * @param seed decides every random number
   * @param listener is told after every epoch; reservoirs have none
   * @return the model
   * @throws org.mf4j.data.series.DataException if a value is missing or all series have the same
   *     class
   * @throws InterruptedException if the thread was interrupted during training
   */
  public FittedModel fitWatching(Split split, long seed, EpochListener listener)
      throws InterruptedException {
    LearnableClasses.require(split.train());
    SeededRandom random = new SeededRandom(seed);
    return fitted(
        settings.learning().fitWatching(settings.cell(), settings.units(), split, random, listener),
        split.train(),
        seed);
  }

  private FittedModel fitted(MultiLayerNetwork network, SeriesSet train, long seed) {
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("dataset", train.name());
    provenance.put("series", train.size());
    provenance.put("seed", seed);
    provenance.put("settings", settings.describe());
    return new FittedModel(network, settings.kind(), Task.of(train), provenance);
  }
}
