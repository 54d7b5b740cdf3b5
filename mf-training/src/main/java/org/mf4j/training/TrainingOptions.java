package org.mf4j.training;

import org.mf4j.networks.Optimiser;
import org.mf4j.options.Require;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * How a network is trained by gradient descent (Adam).
 *
 * @param learningRate Adam's largest step size, above 0
 * @param schedule how it moves
 * @param batchSize the number of series per update, at least 1; the last batch of an epoch may be
 *     smaller
 * @param epochs the largest number of passes over the training set, at least 1
 * @param updates the least number of updates: a set of few batches gets as many more epochs as that
 *     takes; 0 or above
 * @param readoutRate how many times the learning rate the readout's may be where the states are
 *     small, see {@link ReadoutRate}; 1 keeps them the same, at least 1
 * @param stopping whether training may end earlier, and with which weights
 * @param regularisation gradient clipping, weight decay, label smoothing
 */
public record TrainingOptions(
    double learningRate,
    Schedule schedule,
    int batchSize,
    int epochs,
    int updates,
    double readoutRate,
    EarlyStopping stopping,
    Regularisation regularisation) {
  /** The papers' batch size. */
  public static final int DEFAULT_BATCH_SIZE = 64;

  /** The papers' limit of epochs. */
  public static final int DEFAULT_EPOCHS = 5000;

  /** The papers' patience in epochs. */
  public static final int DEFAULT_PATIENCE = 10;

  /**
   * Rates and counts are positive.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public TrainingOptions {
    Require.positive("learningRate", learningRate);
    Require.positive("batchSize", batchSize);
    Require.positive("epochs", epochs);
    Require.nonNegative("updates", updates);
    Require.atLeast("readoutRate", readoutRate, 1);
  }

  /**
   * A constant learning rate, no regularisation, the last weights.
   *
   * @param learningRate Adam's step size, above 0
   * @param batchSize series per update, at least 1
   * @param epochs the largest number of passes, at least 1
   * @param patience epochs without improvement of the training loss; 0 trains them all
   */
  public TrainingOptions(double learningRate, int batchSize, int epochs, int patience) {
    this(
        learningRate,
        new Schedule.Constant(),
        batchSize,
        epochs,
        0,
        1,
        EarlyStopping.NONE.withPatience(patience),
        Regularisation.NONE);
  }

  /**
   * The papers' protocol: a constant learning rate, batches of 64, at most 5,000 epochs, patience
   * 10 on the training loss, the last weights.
   *
   * @param learningRate Adam's step size, above 0
   * @return new options
   */
  public static TrainingOptions paper(double learningRate) {
    return new TrainingOptions(learningRate, DEFAULT_BATCH_SIZE, DEFAULT_EPOCHS, DEFAULT_PATIENCE);
  }

  /**
   * What serves most tasks: the learning rate rises to .004 over the first twentieth and falls by
   * half a cosine, that of a readout of small states up to 30 times as high, gradients are clipped
   * to norm 1, batches of 64, 70 epochs and at least 350 updates, no early stopping.
   *
   * @return new options
   */
  public static TrainingOptions standard() {
    return new TrainingOptions(
        4e-3,
        new Schedule.Cosine(.05),
        DEFAULT_BATCH_SIZE,
        70,
        350,
        30,
        EarlyStopping.NONE,
        Regularisation.NONE.withClipNorm(1));
  }

  /**
   * The number of updates of an epoch.
   *
   * @param series the number of series that are trained on, at least 1
   * @return the number of batches
   */
  public int updatesPerEpoch(int series) {
    return 1 + (series - 1) / batchSize;
  }

  /**
   * The largest number of passes over a training set.
   *
   * @param series its size, at least 1
   * @return {@link #epochs}, or more where {@link #updates} takes more
   */
  public int epochsFor(int series) {
    int batches = updatesPerEpoch(series);
    return Math.max(epochs, (updates + batches - 1) / batches);
  }

  /**
   * What changes the weights.
   *
   * @param series the size of the training set, at least 1, on which schedules depend
   * @return the optimiser
   */
  public Optimiser optimiser(int series) {
    return Optimiser.adam(
        scheduleFor(series, 1), regularisation.clipNorm(), regularisation.weightDecay());
  }

  /** The learning rate over the training of so many series, times a factor. */
  ISchedule scheduleFor(int series, double factor) {
    return schedule.of(factor * learningRate, epochsFor(series), updatesPerEpoch(series));
  }

  /**
   * The same options with another step size.
   *
   * @param rate Adam's largest step size, above 0
   * @return new options
   */
  public TrainingOptions withLearningRate(double rate) {
    return new TrainingOptions(
        rate, schedule, batchSize, epochs, updates, readoutRate, stopping, regularisation);
  }

  /**
   * The same options with another schedule.
   *
   * @param other how the step size moves
   * @return new options
   */
  public TrainingOptions withSchedule(Schedule other) {
    return new TrainingOptions(
        learningRate, other, batchSize, epochs, updates, readoutRate, stopping, regularisation);
  }

  /**
   * The same options with another batch size.
   *
   * @param size series per update, at least 1
   * @return new options
   */
  public TrainingOptions withBatchSize(int size) {
    return new TrainingOptions(
        learningRate, schedule, size, epochs, updates, readoutRate, stopping, regularisation);
  }

  /**
   * The same options with another number of epochs, whatever the number of their updates.
   *
   * @param limit at least 1
   * @return new options, without a least number of updates
   */
  public TrainingOptions withEpochs(int limit) {
    return new TrainingOptions(
        learningRate, schedule, batchSize, limit, 0, readoutRate, stopping, regularisation);
  }

  /**
   * The same options with another least number of updates.
   *
   * @param least 0 or above
   * @return new options
   */
  public TrainingOptions withUpdates(int least) {
    return new TrainingOptions(
        learningRate, schedule, batchSize, epochs, least, readoutRate, stopping, regularisation);
  }

  /**
   * The same options with another learning rate of the readout.
   *
   * @param most how many times the others' it may be, at least 1
   * @return new options
   */
  public TrainingOptions withReadoutRate(double most) {
    return new TrainingOptions(
        learningRate, schedule, batchSize, epochs, updates, most, stopping, regularisation);
  }

  /**
   * The same options with another end.
   *
   * @param other when training ends, and with which weights
   * @return new options
   */
  public TrainingOptions withStopping(EarlyStopping other) {
    return new TrainingOptions(
        learningRate, schedule, batchSize, epochs, updates, readoutRate, other, regularisation);
  }

  /**
   * The same options with another regularisation.
   *
   * @param other gradient clipping, weight decay, label smoothing
   * @return new options
   */
  public TrainingOptions withRegularisation(Regularisation other) {
    return new TrainingOptions(
        learningRate, schedule, batchSize, epochs, updates, readoutRate, stopping, other);
  }

  /**
   * The same options with another patience.
   *
   * @param limit epochs without improvement; 0 trains them all
   * @return new options
   */
  public TrainingOptions withPatience(int limit) {
    return withStopping(stopping.withPatience(limit));
  }

  /**
   * The same options with the best or the last weights.
   *
   * @param best whether the weights of the lowest loss are restored
   * @return new options
   */
  public TrainingOptions withRestoreBest(boolean best) {
    return withStopping(stopping.withRestoreBest(best));
  }
}
