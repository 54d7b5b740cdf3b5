package org.mf4j.models;

import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.hardware.NoisyWeights;
import org.mf4j.networks.Head;
import org.mf4j.networks.Optimiser;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.readout.RidgeReadout;
import org.mf4j.training.EpochListener;
import org.mf4j.training.LabelSmoothing;
import org.mf4j.training.ReadoutRate;
import org.mf4j.training.SeededDropout;
import org.mf4j.training.TrainableNetwork;
import org.mf4j.training.Trainer;
import org.mf4j.training.TrainingOptions;

/**
 * Backpropagation through time: recurrent weights and readout are trained end to end.
 *
 * @param training how
 * @param bidirectional whether a second layer reads every series backwards; the readout sees the
 *     mean states of both. Such a network answers to whole series alone, not to {@code rnnTimeStep}
 */
public record GradientLearning(TrainingOptions training, boolean bidirectional)
    implements Learning {
  /** Enough series to see how large states are. */
  private static final int LOOKED_AT = 256;

  /**
   * In one direction.
   *
   * @param training how
   */
  public GradientLearning(TrainingOptions training) {
    this(training, false);
  }

  /**
   * The same, trained otherwise.
   *
   * @param other how
   * @return the changed copy
   */
  public GradientLearning withTraining(TrainingOptions other) {
    return new GradientLearning(other, bidirectional);
  }

  @Override
  public Learning byStandardTraining() {
    return withTraining(TrainingOptions.standard());
  }

  /** Makes the network that training starts from. */
  @FunctionalInterface
  interface Start {
    MultiLayerNetwork untrained(SeriesSet train);
  }

  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    return fit(set -> untrained(cell, units, set, random), train, random, listener);
  }

  MultiLayerNetwork fit(Start start, SeriesSet train, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    double share = training.stopping().validationShare();
    if (share > 0) {
      return fitWatching(start, Split.holdOut(train, share, random.nextLong()), random, listener);
    }
    MultiLayerNetwork network = started(start, train);
    SeriesIterator batches = batches(train, random);
    dropOut(network, random);
    trainer(train, listener).fit(network, batches);
    return network;
  }

  @Override
  public MultiLayerNetwork fitWatching(
      CellSettings cell, int units, Split split, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    return fitWatching(set -> untrained(cell, units, set, random), split, random, listener);
  }

  MultiLayerNetwork fitWatching(
      Start start, Split split, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    MultiLayerNetwork network = started(start, split.train());
    SeriesIterator watched =
        SeriesIterator.inOrder(
            split.validation(), TargetCoding.of(split.train()), training.batchSize());
    SeriesIterator batches = batches(split.train(), random);
    dropOut(network, random);
    trainer(split.train(), listener).fit(network, batches, watched);
    return network;
  }

  /** Draws last, so that networks with and without dropout start alike and see the same batches. */
  private void dropOut(MultiLayerNetwork network, SeededRandom random) {
    double dropout = training.regularisation().dropout();
    if (dropout > 0) {
      network
          .getOutputLayer()
          .conf()
          .getLayer()
          .setIDropout(new SeededDropout(1 - dropout, random.nextLong()));
    }
  }

  private MultiLayerNetwork started(Start start, SeriesSet train) {
    MultiLayerNetwork network = start.untrained(train);
    new ReadoutRate(training, train.size())
        .applyTo(network, SeriesIterator.inOrder(train, TargetCoding.of(train), LOOKED_AT));
    return network;
  }

  private Trainer trainer(SeriesSet train, EpochListener listener) {
    return new Trainer(training.stopping(), training.epochsFor(train.size()), listener);
  }

  private MultiLayerNetwork untrained(
      CellSettings cell, int units, SeriesSet train, SeededRandom random) {
    TargetCoding coding = TargetCoding.of(train);
    BaseRecurrentLayer layer = cell.layer(train.channels(), units, random);
    long seed = random.nextLong();
    double noise = training.regularisation().readNoise();
    if (noise > 0) {
      layer.setWeightNoise(NoisyWeights.inTraining(noise, seed));
    }
    Head head = head(coding);
    int outputs = coding.columns(train);
    Optimiser optimiser = training.optimiser(train.size());
    SeededRandom weights = new SeededRandom(seed);
    return bidirectional
        ? TrainableNetwork.bidirectional(layer, head, outputs, optimiser, weights)
        : TrainableNetwork.assemble(layer, head, outputs, optimiser, weights);
  }

  private SeriesIterator batches(SeriesSet train, SeededRandom random) {
    TargetCoding coding = TargetCoding.of(train);
    SeriesIterator batches =
        SeriesIterator.shuffled(train, coding, training.batchSize(), random.nextLong());
    double epsilon = training.regularisation().labelSmoothing();
    if (epsilon > 0 && coding != TargetCoding.REGRESSION) {
      batches.setPreProcessor(new LabelSmoothing(epsilon));
    }
    return batches;
  }

  static Head head(TargetCoding coding) {
    return switch (coding) {
      case BINARY -> Head.BINARY;
      case ONE_HOT, PLUS_MINUS_ONE -> Head.SOFTMAX;
      case REGRESSION -> Head.LINEAR;
    };
  }

  /** By ridge regression, as a reservoir's: the recurrent weights stay. */
  @Override
  public MultiLayerNetwork refitted(MultiLayerNetwork network, SeriesSet train) {
    TargetCoding coding =
        train.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
    MultiLayerNetwork linear =
        SeriesNetwork.withOutputs(network, Head.LINEAR, coding.columns(train));
    new RidgeReadout(RidgeOptions.leaveOneOut())
        .fit(linear, SeriesIterator.inOrder(train, coding, training.batchSize()));
    return linear;
  }

  @Override
  public boolean isTrained() {
    return true;
  }
}
