package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesSet;
import org.mf4j.data.SingleClass;
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
   * Fits.
   *
   * @param train series with their targets, without missing values
   * @param seed decides every random number; the same seed gives the same model
   * @param listener is told after every epoch; reservoirs have none
   * @return the model; its provenance holds the name and size of the set, the seed and the settings
   * @throws org.mf4j.data.DataException if a value is missing or all series have the same class
   * @throws InterruptedException if the thread was interrupted during training
   */
  public FittedModel fit(SeriesSet train, long seed, EpochListener listener)
      throws InterruptedException {
    SingleClass.refuse(train);
    MultiLayerNetwork network =
        settings
            .learning()
            .fit(settings.cell(), settings.units(), train, new SeededRandom(seed), listener);
    Map<String, Object> provenance = new LinkedHashMap<>();
    provenance.put("dataset", train.name());
    provenance.put("series", train.size());
    provenance.put("seed", seed);
    provenance.put("settings", settings.describe());
    return new FittedModel(network, settings.kind(), Task.of(train), provenance);
  }
}
