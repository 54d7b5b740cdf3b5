package org.mf4j.models;

import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.EpochListener;

/** How a model comes by its weights. */
public sealed interface Learning permits ReservoirLearning, TrajectoryLearning, GradientLearning {
  /**
   * Makes a network and fits it.
   *
   * @param cell the recurrent cell
   * @param units N, the number of neurons
   * @param train series with their targets
   * @param random where all random numbers come from
   * @param listener is told after every epoch, if there are any
   * @return a network that reads the series of the set as they are
   * @throws InterruptedException if the thread was interrupted during training
   */
  MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener)
      throws InterruptedException;

  /**
   * Makes a network and fits it as when settings are selected: training that stops early is stopped
   * by the loss on the validation part. Nothing else is learned from that part.
   *
   * @param cell the recurrent cell
   * @param units N, the number of neurons
   * @param split what is learned from, and what decides when to stop
   * @param random where all random numbers come from
   * @param listener is told after every epoch, if there are any
   * @return a network that reads the series of the set as they are
   * @throws InterruptedException if the thread was interrupted during training
   */
  default MultiLayerNetwork fitWatching(
      CellSettings cell, int units, Split split, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    return fit(cell, units, split.train(), random, listener);
  }

  /**
   * The options by their names.
   *
   * @return names and values, in the order in which the papers list them
   */
  Map<String, Object> describe();
}
