package org.mf4j.models;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mf4j.models.Setting.Words;
import org.mf4j.options.TextForm;
import org.mf4j.training.Regularisation;
import org.mf4j.training.Schedule;
import org.mf4j.training.TrainingOptions;

/** The {@link Setting}s of models that are trained by gradient descent. */
public final class TrainingSettings {
  /** Adam's step size. */
  public static final Setting<Double> LEARNING_RATE =
      ofTraining(
          new Words("learningRate", "Adam's step size", "above 0"),
          TextForm.NUMBER,
          TrainingOptions::learningRate,
          TrainingOptions::withLearningRate);

  /** Series per update. */
  public static final Setting<Integer> BATCH_SIZE =
      ofTraining(
          new Words("batchSize", "series per update", "at least 1"),
          TextForm.WHOLE,
          TrainingOptions::batchSize,
          TrainingOptions::withBatchSize);

  /** The largest number of passes over the training set. */
  public static final Setting<Integer> EPOCHS =
      ofTraining(
          new Words("epochs", "most passes over the training set", "at least 1"),
          TextForm.WHOLE,
          TrainingOptions::epochs,
          TrainingOptions::withEpochs);

  /** How long training waits for a lower loss. */
  public static final Setting<Integer> PATIENCE =
      ofTraining(
          new Words(
              "patience",
              "epochs without a lower loss before training ends; 0 never",
              "0 or above"),
          TextForm.WHOLE,
          training -> training.stopping().patience(),
          TrainingOptions::withPatience);

  /** Whether the best weights are kept, or the last. */
  public static final Setting<Boolean> RESTORE_BEST =
      ofTraining(
          new Words("restoreBest", "whether the weights of the lowest loss are kept", "a flag"),
          TextForm.FLAG,
          training -> training.stopping().restoreBest(),
          TrainingOptions::withRestoreBest);

  /** How the step size moves. */
  public static final Setting<Schedule> SCHEDULE =
      ofTraining(
              new Words("schedule", "how the step size moves", Schedule.FORM.words()),
              Schedule.FORM,
              TrainingOptions::schedule,
              TrainingOptions::withSchedule)
          .toldUnless(new Schedule.Constant());

  /** The least number of updates. */
  public static final Setting<Integer> UPDATES =
      ofTraining(
              new Words(
                  "updates", "least updates, by more epochs where they are few", "0 or above"),
              TextForm.WHOLE,
              TrainingOptions::updates,
              TrainingOptions::withUpdates)
          .toldUnless(0);

  /** How fast a readout of small states learns. */
  public static final Setting<Double> READOUT_RATE =
      ofTraining(
              new Words(
                  "readoutRate",
                  "most times the step size that the readout's may be where states are small",
                  "at least 1"),
              TextForm.NUMBER,
              TrainingOptions::readoutRate,
              TrainingOptions::withReadoutRate)
          .toldUnless(1.0);

  /** What decides about patience and the best weights. */
  public static final Setting<Double> VALIDATION_SHARE =
      ofTraining(
              new Words(
                  "validationShare",
                  "share held out to watch the loss; 0 watches the training loss",
                  "in [0, 1)"),
              TextForm.NUMBER,
              training -> training.stopping().validationShare(),
              (training, share) ->
                  training.withStopping(training.stopping().withValidationShare(share)))
          .toldUnless(0.0);

  /** The largest norm of a gradient. */
  public static final Setting<Double> CLIP_NORM =
      ofRegularisation(
          new Words("clipNorm", "largest norm of a parameter's gradient; 0 for any", "0 or above"),
          Regularisation::clipNorm,
          Regularisation::withClipNorm);

  /** How fast weights shrink. */
  public static final Setting<Double> WEIGHT_DECAY =
      ofRegularisation(
          new Words(
              "weightDecay", "share of a weight, per step size, lost each update", "0 or above"),
          Regularisation::weightDecay,
          Regularisation::withWeightDecay);

  /** How uncertain labels are. */
  public static final Setting<Double> LABEL_SMOOTHING =
      ofRegularisation(
          new Words("labelSmoothing", "epsilon: labels are 1 - epsilon + epsilon / C", "in [0, 1)"),
          Regularisation::labelSmoothing,
          Regularisation::withLabelSmoothing);

  /** The noise that training reads weights with. */
  public static final Setting<Double> READ_NOISE =
      ofRegularisation(
          new Words(
              "readNoise",
              "read noise of the recurrent weights in training, of the full range of a device",
              "0 or above"),
          Regularisation::readNoise,
          Regularisation::withReadNoise);

  /** What training leaves out of what the output layer reads. */
  public static final Setting<Double> DROPOUT =
      ofRegularisation(
          new Words(
              "dropout",
              "probability that training leaves out a number that the readout reads",
              "in [0, 1)"),
          Regularisation::dropout,
          Regularisation::withDropout);

  /** Whether a readout that is trained starts from the ridge solution. */
  public static final Setting<Boolean> RIDGE_START =
      Setting.ofLearning(
              Hybrid.class,
              new Words(
                  "ridgeStart",
                  "whether the readout starts from the ridge solution, not from 0",
                  "a flag"),
              TextForm.FLAG,
              hybrid -> Optional.of(hybrid.ridgeStart()),
              Hybrid::withRidgeStart)
          .toldUnless(false);

  /** All of them, in the order of descriptions. */
  public static final List<Setting<?>> ALL =
      List.of(
          LEARNING_RATE,
          BATCH_SIZE,
          EPOCHS,
          PATIENCE,
          RESTORE_BEST,
          SCHEDULE,
          UPDATES,
          READOUT_RATE,
          VALIDATION_SHARE,
          CLIP_NORM,
          WEIGHT_DECAY,
          LABEL_SMOOTHING,
          READ_NOISE,
          DROPOUT,
          RIDGE_START);

  private TrainingSettings() {}

  private static <T> Setting<T> ofTraining(
      Words words,
      TextForm<T> form,
      Function<TrainingOptions, T> get,
      BiFunction<TrainingOptions, T, TrainingOptions> set) {
    return Setting.ofLearning(
        GradientLearning.class,
        words,
        form,
        learning -> Optional.of(get.apply(learning.training())),
        (learning, value) -> learning.withTraining(set.apply(learning.training(), value)));
  }

  private static Setting<Double> ofRegularisation(
      Words words,
      Function<Regularisation, Double> get,
      BiFunction<Regularisation, Double, Regularisation> set) {
    return ofTraining(
            words,
            TextForm.NUMBER,
            training -> get.apply(training.regularisation()),
            (training, value) ->
                training.withRegularisation(set.apply(training.regularisation(), value)))
        .toldUnless(0.0);
  }
}
