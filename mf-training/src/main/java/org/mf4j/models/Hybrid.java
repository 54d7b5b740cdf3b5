package org.mf4j.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.series.Split;
import org.mf4j.networks.FeatureRange;
import org.mf4j.networks.FrozenLayers;
import org.mf4j.networks.Optimiser;
import org.mf4j.networks.SeriesNetwork;
import org.mf4j.random.SeededRandom;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.training.EarlyStopping;
import org.mf4j.training.EpochListener;
import org.mf4j.training.Trainer;
import org.mf4j.training.TrainingOptions;
import org.mf4j.training.TrainingResult;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * From reservoir to recurrent network, in two ways.
 *
 * <p>As a way to learn: weights are drawn, inputs scaled and features read as a reservoir's, and
 * then everything is trained end to end, with the loss of classes (softmax, cross-entropy) or of
 * numbers (mean squared error). What {@link FeatureRange} finds at the start, where features are
 * normalised, is trained too.
 *
 * <p>Or a reservoir that was solved, an MF-ESN or ESN, is trained further ({@link #unfreeze}): what
 * the papers name as future work. The loss then stays the one that ridge regression minimises over
 * the readout, the mean squared error (classes as +1 and -1), so that training starts where the
 * readout can no longer be improved much and its gain comes from the recurrent weights.
 *
 * @param start how weights are drawn, what is seen of a series and read off the neurons; it has no
 *     ridge regression of its own, so that of the papers stands there
 * @param training how they are trained
 * @param ridgeStart whether the readout starts from what a ridge regression of the untrained
 *     features finds, its penalty by leaving one out, in place of zeros; of classes with its
 *     outputs calibrated, so that its probabilities are those of the reservoir
 */
public record Hybrid(ReservoirLearning start, TrainingOptions training, boolean ridgeStart)
    implements Learning {
  /**
   * Adam's step size: ridge solutions have large weights, which large steps would spoil at once.
   */
  public static final double DEFAULT_LEARNING_RATE = 1e-4;

  /** Puts the papers' ridge regression, which has no effect, in the place of any other. */
  public Hybrid {
    start = start.withReadout(RidgeOptions.fixed(1));
  }

  /**
   * With a readout that starts from zeros.
   *
   * @param start how weights are drawn, as above
   * @param training how they are trained
   */
  public Hybrid(ReservoirLearning start, TrainingOptions training) {
    this(start, training, false);
  }

  /**
   * The same with another start of the readout.
   *
   * @param ridge whether it is the ridge solution
   * @return the changed copy
   */
  public Hybrid withRidgeStart(boolean ridge) {
    return new Hybrid(start, training, ridge);
  }

  @Override
  public MultiLayerNetwork fit(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    return trained().fit(untrained(cell, units, random), train, random, listener);
  }

  @Override
  public MultiLayerNetwork fitWatching(
      CellSettings cell, int units, Split split, SeededRandom random, EpochListener listener)
      throws InterruptedException {
    return trained().fitWatching(untrained(cell, units, random), split, random, listener);
  }

  private GradientLearning trained() {
    return new GradientLearning(training);
  }

  private GradientLearning.Start untrained(CellSettings cell, int units, SeededRandom random) {
    return train -> {
      Optimiser optimiser = training.optimiser(train.size());
      return ridgeStart
          ? ridge(cell, units, train, random, optimiser)
          : withHead(unfreeze(start.unread(cell, units, train, random), optimiser), train);
    };
  }

  private static MultiLayerNetwork withHead(MultiLayerNetwork network, SeriesSet train) {
    TargetCoding coding = TargetCoding.of(train);
    return SeriesNetwork.withOutputs(network, GradientLearning.head(coding), coding.columns(train));
  }

  /** One sigmoid of the difference of two outputs is what a softmax makes of both. */
  private MultiLayerNetwork ridge(
      CellSettings cell, int units, SeriesSet train, SeededRandom random, Optimiser optimiser) {
    MultiLayerNetwork solved =
        unfreeze(
            start
                .withReadout(RidgeOptions.leaveOneOut().withCalibrated(true))
                .fit(cell, units, train, random, EpochListener.NONE),
            optimiser);
    if (TargetCoding.of(train) != TargetCoding.BINARY) {
      return solved;
    }
    MultiLayerNetwork binary = withHead(solved, train);
    int output = solved.getnLayers() - 1;
    for (String name : List.of(output + "_W", output + "_b")) {
      INDArray both = solved.getParam(name).reshape(-1, 2);
      INDArray difference = both.getColumn(1).sub(both.getColumn(0));
      binary.setParam(name, difference.reshape(binary.getParam(name).shape()));
    }
    return binary;
  }

  @Override
  public <L extends Learning> Optional<L> part(Class<L> kind) {
    return kind == ReservoirLearning.class
        ? Optional.of(kind.cast(start))
        : kind == GradientLearning.class
            ? Optional.of(kind.cast(trained()))
            : Learning.super.part(kind);
  }

  @Override
  public Learning withPart(Learning part) {
    if (part instanceof Hybrid) {
      return part;
    }
    return part instanceof ReservoirLearning reservoir
        ? new Hybrid(reservoir, training, ridgeStart)
        : new Hybrid(start, ((GradientLearning) part).training(), ridgeStart);
  }

  /** By ridge regression, as a reservoir's: the recurrent weights stay. */
  @Override
  public MultiLayerNetwork refitted(MultiLayerNetwork network, SeriesSet train) {
    return trained().refitted(network, train);
  }

  @Override
  public boolean isTrained() {
    return true;
  }

  /**
   * The papers' protocol with a learning rate of 1e-4, at most 200 epochs, and the best weights
   * restored.
   *
   * @return the options
   */
  public static TrainingOptions options() {
    return TrainingOptions.paper(DEFAULT_LEARNING_RATE).withEpochs(200).withRestoreBest(true);
  }

  /**
   * Makes a network trainable.
   *
   * @param network any network with frozen layers; left as it is
   * @param optimiser how its layers will be trained
   * @return a network of the same weights that computes the same and whose every layer is trained
   */
  public static MultiLayerNetwork unfreeze(MultiLayerNetwork network, Optimiser optimiser) {
    return FrozenLayers.unfreeze(network, optimiser);
  }

  /**
   * Trains a reservoir further. With {@link EarlyStopping#restoreBest} its training loss is never
   * above the reservoir's.
   *
   * @param model a reservoir: ESN, MF-ESN or the heterogeneous MF-ESN; left as it is
   * @param train the series that it was fitted to
   * @param options how to train
   * @param seed decides the order of the series
   * @param listener is told after every epoch
   * @return a model of kind RNN or MF-RNN
   * @throws IllegalArgumentException if the model is no reservoir, or its outputs are calibrated
   * @throws org.mf4j.data.series.DataException if the series do not fit the model
   * @throws InterruptedException if the thread was interrupted
   */
  public static FittedModel unfreeze(
      FittedModel model,
      SeriesSet train,
      TrainingOptions options,
      long seed,
      EpochListener listener)
      throws InterruptedException {
    ModelKind kind = trainedKind(model.kind());
    if (SeriesNetwork.givesProbabilities(model.network())) {
      throw new IllegalArgumentException(
          "model: its outputs are calibrated probabilities; fit it without them to train it further");
    }
    model.requireSameTask(train);
    MultiLayerNetwork network = unfreeze(model.network(), options.optimiser(train.size()));
    TargetCoding coding =
        train.isClassification() ? TargetCoding.PLUS_MINUS_ONE : TargetCoding.REGRESSION;
    TrainingResult result =
        new Trainer(options.stopping(), options.epochsFor(train.size()), listener)
            .fit(network, SeriesIterator.shuffled(train, coding, options.batchSize(), seed));
    Map<String, Object> further = new LinkedHashMap<>(described(options, kind));
    further.put("epochsRun", result.epochs());
    further.put("seed", seed);
    return new FittedModel(network, kind, model.task(), model.provenance())
        .withProvenance(Map.of("unfrozen", further));
  }

  private static Map<String, Object> described(TrainingOptions options, ModelKind kind) {
    Map<String, Object> all = new LinkedHashMap<>();
    ModelSettings model = kind.plain().withLearning(new GradientLearning(options));
    for (Setting<?> one : TrainingSettings.ALL) {
      one.told(model).ifPresent(value -> all.put(one.id(), value));
    }
    return all;
  }

  /**
   * What a reservoir becomes.
   *
   * @param kind ESN, MF-ESN or the heterogeneous MF-ESN
   * @return RNN or MF-RNN
   * @throws IllegalArgumentException if the kind is no reservoir
   */
  public static ModelKind trainedKind(ModelKind kind) {
    if (kind.isTrained()) {
      throw new IllegalArgumentException(
          "model: of kind " + kind.id() + ", which is trained already; give a reservoir");
    }
    return kind.trained();
  }
}
