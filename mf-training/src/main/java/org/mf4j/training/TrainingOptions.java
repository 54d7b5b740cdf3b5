package org.mf4j.training;

import org.mf4j.options.Require;

/**
 * How a network is trained by gradient descent (Adam).
 *
 * @param learningRate Adam's step size, above 0
 * @param batchSize the number of series per update, at least 1; the last batch of an epoch may be
 *     smaller
 * @param epochs the largest number of passes over the training set, at least 1
 * @param patience training stops after this many epochs in a row without a new lowest training
 *     loss, at least 1
 * @param restoreBest false leaves the last weights, as the papers do; true leaves those of the
 *     lowest training loss, the weights before training included, at the price of one more pass
 *     forward per epoch (see {@link Trainer})
 */
public record TrainingOptions(
    double learningRate, int batchSize, int epochs, int patience, boolean restoreBest) {
  /** The papers' batch size. */
  public static final int DEFAULT_BATCH_SIZE = 64;

  /** The papers' limit of epochs. */
  public static final int DEFAULT_EPOCHS = 5000;

  /** The papers' patience in epochs. */
  public static final int DEFAULT_PATIENCE = 10;

  /**
   * Validates.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public TrainingOptions {
    Require.positive("learningRate", learningRate);
    Require.positive("batchSize", batchSize);
    Require.positive("epochs", epochs);
    Require.positive("patience", patience);
  }

  /**
   * Options that leave the last weights.
   *
   * @param learningRate Adam's step size, above 0
   * @param batchSize series per update, at least 1
   * @param epochs the largest number of passes, at least 1
   * @param patience epochs without improvement, at least 1
   */
  public TrainingOptions(double learningRate, int batchSize, int epochs, int patience) {
    this(learningRate, batchSize, epochs, patience, false);
  }

  /**
   * The papers' protocol: batches of 64, at most 5,000 epochs, patience 10.
   *
   * @param learningRate Adam's step size, above 0
   * @return new options
   */
  public static TrainingOptions paper(double learningRate) {
    return new TrainingOptions(learningRate, DEFAULT_BATCH_SIZE, DEFAULT_EPOCHS, DEFAULT_PATIENCE);
  }

  /**
   * The same options with another step size.
   *
   * @param rate Adam's step size, above 0
   * @return new options
   */
  public TrainingOptions withLearningRate(double rate) {
    return new TrainingOptions(rate, batchSize, epochs, patience, restoreBest);
  }

  /**
   * The same options with another batch size.
   *
   * @param size series per update, at least 1
   * @return new options
   */
  public TrainingOptions withBatchSize(int size) {
    return new TrainingOptions(learningRate, size, epochs, patience, restoreBest);
  }

  /**
   * The same options with another limit of epochs.
   *
   * @param limit at least 1
   * @return new options
   */
  public TrainingOptions withEpochs(int limit) {
    return new TrainingOptions(learningRate, batchSize, limit, patience, restoreBest);
  }

  /**
   * The same options with another patience.
   *
   * @param limit epochs without improvement, at least 1
   * @return new options
   */
  public TrainingOptions withPatience(int limit) {
    return new TrainingOptions(learningRate, batchSize, epochs, limit, restoreBest);
  }

  /**
   * The same options with the best or the last weights.
   *
   * @param best whether the weights of the lowest training loss are restored
   * @return new options
   */
  public TrainingOptions withRestoreBest(boolean best) {
    return new TrainingOptions(learningRate, batchSize, epochs, patience, best);
  }
}
