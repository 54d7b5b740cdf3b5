package org.mf4j.training;

import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;

/**
 * The loop of backpropagation through time, as the papers run it: passes over the training set
 * until the training loss has not reached a new low for {@link TrainingOptions#patience} epochs, or
 * {@link TrainingOptions#epochs} are done.
 *
 * <p>The loss of an epoch is what Keras reports: the mean over the series of the loss that their
 * batch had before its update; the last weights are kept. With {@link TrainingOptions#restoreBest}
 * it is the mean loss that the weights after the epoch have, which a pass of its own measures;
 * those of the lowest are restored at the end, so that training never leaves a network worse on its
 * training set than it was.
 */
public final class Trainer {
  private final TrainingOptions options;
  private final EpochListener listener;

  /**
   * A trainer.
   *
   * @param options epochs and patience; learning rate and batch size are the network's and the
   *     iterator's
   * @param listener is told after every epoch
   */
  public Trainer(TrainingOptions options, EpochListener listener) {
    this.options = options;
    this.listener = listener;
  }

  /**
   * Trains.
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
   * TrainingOptions#patience} epochs, which is how the papers train while they select settings.
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
    Patience patience = new Patience(options.patience());
    BestWeights best = options.restoreBest() ? new BestWeights(network, examples) : null;
    for (int epoch = 1; ; epoch++) {
      double trained = epoch(network, examples);
      network.incrementEpochCount();
      double loss = best == null ? trained : best.measure();
      if (!Double.isFinite(trained)) {
        throw new ArithmeticException(
            "the training loss is " + trained + " in epoch " + epoch + "; lower the learning rate");
      }
      listener.onEpoch(epoch, options.epochs(), loss);
      double decisive = watched.map(others -> MeanLoss.of(network, others)).orElse(loss);
      if (patience.endsAfter(decisive) || epoch == options.epochs()) {
        return new TrainingResult(epoch, best == null ? loss : best.restore());
      }
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
      network.fit(batch);
      sum += network.score() * batch.numExamples();
      series += batch.numExamples();
    }
    return sum / series;
  }
}
