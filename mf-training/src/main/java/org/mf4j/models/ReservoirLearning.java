package org.mf4j.models;

import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.FeatureRange;
import org.mf4j.networks.InputScales;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.LambdaRule;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.EpochListener;

/**
 * Reservoir computing: the recurrent weights are drawn and stay, the neurons are read, and the
 * readout is solved by ridge regression. Everything that depends on the training set (the scales of
 * the inputs, the ranges of the features, the readout) ends up in the weights of an ordinary
 * network.
 *
 * @param reading what the reservoir sees of a series, and what is read off its neurons
 * @param reservoir how the weights are drawn, for an input of {@link Reading#views} views of every
 *     channel
 * @param readout how the ridge regression is fitted
 */
public record ReservoirLearning(Reading reading, ReservoirOptions reservoir, RidgeOptions readout)
    implements Learning {
  /** Large, for efficient products: the states of a reservoir are not kept. */
  private static final int BATCH_SIZE = 256;

  /** Bounds the memory of several views of the series and of many features. */
  private static final int BATCH_SIZE_OF_TRAJECTORIES = 64;

  /**
   * As in the papers: the last state is read, with a given penalty.
   *
   * @param reservoir how the weights are drawn
   * @param lambda the penalty of the ridge regression, 0 or above; the papers use 1
   * @throws IllegalArgumentException if lambda is negative or not finite
   */
  public ReservoirLearning(ReservoirOptions reservoir, double lambda) {
    this(Reading.lastState(), reservoir, RidgeOptions.fixed(lambda));
  }

  /**
   * The same with another reading.
   *
   * @param other what is seen and read
   * @return new options
   */
  public ReservoirLearning withReading(Reading other) {
    return new ReservoirLearning(other, reservoir, readout);
  }

  /**
   * The same with another reservoir.
   *
   * @param other how the weights are drawn
   * @return new options
   */
  public ReservoirLearning withReservoir(ReservoirOptions other) {
    return new ReservoirLearning(reading, other, readout);
  }

  /**
   * The same with another readout.
   *
   * @param other how the ridge regression is fitted
   * @return new options
   */
  public ReservoirLearning withReadout(RidgeOptions other) {
    return new ReservoirLearning(reading, reservoir, other);
  }

  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener) {
    MultiLayerNetwork network = unread(cell, units, train, random);
    new RidgeReadout(readout).fit(network, examples(train));
    return network;
  }

  /** The network with an output layer of zeros. */
  MultiLayerNetwork unread(CellSettings cell, int units, SeriesSet train, SeededRandom random) {
    int nIn = train.channels() * reading.views();
    BaseRecurrentLayer layer = cell.layer(nIn, units, random);
    RecurrentWeights drawn = reservoir.draw(nIn, units, random);
    if (seesSeriesAsTheyAre()) {
      cell.obstacle(layer, drawn, train).ifPresent(ReservoirLearning::refuse);
    }
    MultiLayerNetwork network =
        SeriesNetwork.frozen(
            reading.lags(),
            layer,
            reading.normalised() ? scales(train).applyTo(drawn) : drawn,
            reading.summaries(),
            reading.normalised(),
            coding(train).columns(train));
    if (reading.normalised()) {
      FeatureRange.fit(network, examples(train));
    }
    return network;
  }

  private InputScales scales(SeriesSet train) {
    return InputScales.of(train.series().stream().map(Series::channels).toList(), reading.lags());
  }

  private boolean seesSeriesAsTheyAre() {
    return reading.lags().isEmpty() && !reading.normalised();
  }

  private static void refuse(String why) {
    throw new IllegalArgumentException(why);
  }

  SeriesIterator examples(SeriesSet set) {
    boolean small = seesSeriesAsTheyAre() && reading.summaries().isLastState();
    return SeriesIterator.inOrder(
        set, coding(set), small ? BATCH_SIZE : BATCH_SIZE_OF_TRAJECTORIES);
  }

  private static TargetCoding coding(SeriesSet set) {
    return set.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
  }

  @Override
  public boolean isTrained() {
    return false;
  }

  @Override
  public Optional<Double> penalty() {
    return readout.lambda() instanceof LambdaRule.Fixed fixed
        ? Optional.of(fixed.lambda())
        : Optional.empty();
  }

  @Override
  public Optional<String> obstacle(CellSettings cell, SeriesSet train) {
    return seesSeriesAsTheyAre() ? cell.obstacle(reservoir, train) : Optional.empty();
  }
}
