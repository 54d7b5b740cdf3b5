package org.mf4j.training;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.mf4j.options.Require;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The loop of backpropagation through time, as the papers run it: passes over the training set
 * until the training loss has not reached a new low for {@link EarlyStopping#patience} epochs, or
 * all epochs are done.
 *
 * <p>The loss of an epoch is what Keras reports: the mean over the series of the loss that their
 * batch had before its update; the last weights are kept. With {@link EarlyStopping#restoreBest} it
 * is the mean loss that the weights after the epoch have, which a pass of its own measures; those
 * of the lowest are restored at the end, so that training never leaves a network worse than it was,
 * on its training set or on the series that are watched in its place.
 *
 * <p>Training that its listener ends can go on later, see {@link TrainingState}: with the same
 * start, examples and options it ends with the same bits as without the interruption.
 */
public final class Trainer {
  private final EarlyStopping stopping;
  private final int epochs;
  private final EpochListener listener;

  /**
   * A trainer.
   *
   * @param stopping when training ends before its last epoch, and with which weights; the series
   *     that are held out for it are the caller's to give
   * @param epochs the largest number of passes, at least 1
   * @param listener is told after every epoch
   */
  public Trainer(EarlyStopping stopping, int epochs, EpochListener listener) {
    this.stopping = stopping;
    this.epochs = Require.positive("epochs", epochs);
    this.listener = listener;
  }

  /**
   * Trains a network without looking at validation data.
   *
   * @param network what to train, with its updater
   * @param examples the batches; reset before every epoch, which is where an iterator that shuffles
   *     draws its next order
   * @return how it ended
   * @throws InterruptedException if the thread was interrupted; the network is then partly trained
   * @throws ArithmeticException if the loss stops being finite
   */
  public TrainingResult fit(MultiLayerNetwork network, DataSetIterator examples)
      throws InterruptedException {
    return fit(network, examples, Optional.empty());
  }

  /**
   * Trains until the loss on other series has not reached a new low for {@link
   * EarlyStopping#patience} epochs, which is how the papers train while they select settings.
   *
   * @param network what to train, with its updater
   * @param examples the batches, as above
   * @param watched the series whose loss decides when to stop; their labels as in training
   * @return how it ended
   * @throws InterruptedException if the thread was interrupted; the network is then partly trained
   * @throws ArithmeticException if the training loss stops being finite
   */
  public TrainingResult fit(
      MultiLayerNetwork network, DataSetIterator examples, DataSetIterator watched)
      throws InterruptedException {
    return fit(network, examples, Optional.of(watched));
  }

  private TrainingResult fit(
      MultiLayerNetwork network, DataSetIterator examples, Optional<DataSetIterator> watched)
      throws InterruptedException {
    Patience patience = new Patience(stopping.patience());
    DataSetIterator decisive = watched.orElse(examples);
    Optional<TrainingState> resumed = listener.resumed();
    BestWeights best =
        stopping.restoreBest()
            ? resumed
                .flatMap(TrainingState::best)
                .map(known -> new BestWeights(network, decisive, known))
                .orElseGet(() -> new BestWeights(network, decisive))
            : null;
    if (resumed.isPresent()) {
      resumed.get().restore(network, patience);
      skip(examples, passes(resumed.get().epochs(), best != null && watched.isEmpty()));
    }
    listener.onStart(network);
    for (int epoch = 1 + resumed.map(TrainingState::epochs).orElse(0); ; epoch++) {
      double trained = epoch(network, examples);
      network.incrementEpochCount();
      if (!Double.isFinite(trained)) {
        throw new ArithmeticException(
            "the training loss is "
                + trained
                + " in epoch "
                + epoch
                + "; lower the learning rate, or scale what is learned");
      }
      double loss =
          best != null
              ? best.measure()
              : watched.isEmpty() ? trained : MeanLoss.of(network, decisive);
      listener.onTrained(trained);
      listener.onEpoch(epoch, epochs, loss);
      boolean isOver = patience.endsAfter(loss) || epoch == epochs;
      if (isOver || listener.stops()) {
        if (!isOver) {
          listener.onStopped(TrainingState.of(epoch, network, patience, best));
        }
        return new TrainingResult(epoch, best == null ? loss : best.restore());
      }
    }
  }

  /**
   * How often the examples have been passed: measured on them, training also looks at its start.
   */
  private static int passes(int epochs, boolean measured) {
    return measured ? 1 + 2 * epochs : epochs;
  }

  /** Every pass of an iterator that shuffles has an order that follows from the one before. */
  private static void skip(DataSetIterator examples, int passes) {
    for (int i = 0; i < passes; i++) {
      examples.reset();
      examples.next();
    }
  }

  private static double epoch(MultiLayerNetwork network, DataSetIterator examples)
      throws InterruptedException {
    double sum = 0;
    long series = 0;
    examples.reset();
    while (examples.hasNext()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was interrupted");
      }
      DataSet batch = examples.next();
      double penalty = MeanLoss.penalty(network);
      network.fit(batch);
      sum += (network.score() - penalty) * batch.numExamples();
      series += batch.numExamples();
    }
    return sum / series;
  }

  /** Counts the epochs since the lowest loss. */
  static final class Patience {
    private final int limit;
    private double lowest = Double.POSITIVE_INFINITY;
    private int waited;

    /** {@return the lowest loss so far} */
    double lowest() {
      return lowest;
    }

    /** {@return how many epochs ago it was} */
    int waited() {
      return waited;
    }

    /** Goes on from what was counted before. */
    void restore(double lowestSoFar, int epochs) {
      lowest = lowestSoFar;
      waited = epochs;
    }

    /** A limit of 0 never ends. */
    Patience(int limit) {
      this.limit = limit;
    }

    /**
     * Takes the loss of an epoch.
     *
     * @param loss the loss
     * @return whether {@code limit} epochs in a row, this one included, brought no new lowest loss
     */
    boolean endsAfter(double loss) {
      if (loss < lowest) {
        lowest = loss;
        waited = 0;
      } else {
        waited++;
      }
      return limit > 0 && waited >= limit;
    }
  }

  /**
   * Remembers the weights of the lowest loss over some series, those that training starts from
   * included.
   */
  static final class BestWeights {
    private final MultiLayerNetwork network;
    private final DataSetIterator examples;
    private final INDArray weights;
    private double lowest;

    BestWeights(MultiLayerNetwork network, DataSetIterator examples) {
      this.network = network;
      this.examples = examples;
      this.weights = network.params().dup();
      this.lowest = MeanLoss.of(network, examples);
    }

    BestWeights(MultiLayerNetwork network, DataSetIterator examples, TrainingState.Best known) {
      this.network = network;
      this.examples = examples;
      this.weights = known.weights().dup();
      this.lowest = known.loss();
    }

    /** {@return the best weights so far and their loss} */
    TrainingState.Best state() {
      return new TrainingState.Best(lowest, weights.dup());
    }

    /** {@return the mean loss over the series that the weights have as they are now} */
    double measure() {
      double loss = MeanLoss.of(network, examples);
      // A start that is not finite loses to anything that is.
      if (loss < lowest || Double.isNaN(lowest)) {
        lowest = loss;
        weights.assign(network.params());
      }
      return loss;
    }

    /** Puts the best weights back; returns their loss. */
    double restore() {
      network.params().assign(weights);
      return lowest;
    }
  }

  /**
   * The loss of a network as it is, without the penalty of weight decay that Deeplearning4j adds:
   * where inputs are scaled up it is a million times the loss.
   */
  static final class MeanLoss {
    private MeanLoss() {}

    static double penalty(MultiLayerNetwork network) {
      return network.calcRegularizationScore(true);
    }

    /** The mean over the series, by a pass of its own. */
    static double of(MultiLayerNetwork network, DataSetIterator examples) {
      double sum = 0;
      long series = 0;
      examples.reset();
      while (examples.hasNext()) {
        DataSet batch = examples.next();
        sum += network.score(batch, false) * batch.numExamples();
        series += batch.numExamples();
      }
      return sum / series - penalty(network);
    }
  }
}
