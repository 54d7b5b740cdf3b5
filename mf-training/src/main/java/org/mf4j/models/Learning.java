package org.mf4j.models;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.random.SeededRandom;
import org.mf4j.training.EpochListener;

/** How a model comes by its weights. */
public sealed interface Learning permits ReservoirLearning, GradientLearning, Hybrid {
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
   * Fits the readout of a network again whose recurrent part has changed. What was calibrated on
   * the states of the unchanged network, thresholds of summaries say, stays.
   *
   * @param network a network that was fitted by this learning, or a deviating copy; left as it is
   * @param train the series that are learned from
   * @return the network with another readout, solved by ridge regression
   */
  MultiLayerNetwork refitted(MultiLayerNetwork network, SeriesSet train);

  /**
   * A way to learn that this one is, or is made of.
   *
   * @param <L> which
   * @param kind its class
   * @return it; empty if it has no part here
   */
  default <L extends Learning> Optional<L> part(Class<L> kind) {
    return kind.isInstance(this) ? Optional.of(kind.cast(this)) : Optional.empty();
  }

  /**
   * The same with a part replaced.
   *
   * @param part of a class that {@link #part} has
   * @return the changed copy
   */
  default Learning withPart(Learning part) {
    return part;
  }

  /**
   * The same, trained by {@link org.mf4j.training.TrainingOptions#standard} and not as the papers
   * do.
   *
   * @return itself where nothing is trained, or in a way of its own
   */
  default Learning byStandardTraining() {
    return this;
  }

  /** {@return whether the recurrent weights are trained} */
  boolean isTrained();

  /**
   * The penalty of a readout that is solved from features that do not depend on it, so that one
   * reservoir serves many penalties.
   *
   * @return empty where nothing can be shared
   */
  default Optional<Double> penalty() {
    return Optional.empty();
  }

  /**
   * The same, but its networks tell how probable each class is. Trained networks do that anyway; a
   * reservoir's readout is calibrated for it.
   *
   * @return itself where nothing changes
   */
  default Learning withProbabilities() {
    return this;
  }

  /**
   * What theory says against fitting a cell in this way, whatever is drawn.
   *
   * @param cell the recurrent cell
   * @param train series without missing values
   * @return one sentence, or nothing
   */
  default Optional<String> obstacle(CellSettings cell, SeriesSet train) {
    return Optional.empty();
  }
}
