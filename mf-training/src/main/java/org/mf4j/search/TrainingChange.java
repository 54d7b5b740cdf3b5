package org.mf4j.search;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mf4j.models.GradientLearning;
import org.mf4j.models.ModelSettings;
import org.mf4j.training.TrainingOptions;

/** Settings with another number of the training; empty where nothing is trained by gradients. */
final class TrainingChange {
  private TrainingChange() {}

  static Optional<ModelSettings> learningRate(ModelSettings settings, double rate) {
    return training(
        settings,
        old ->
            new TrainingOptions(
                rate, old.batchSize(), old.epochs(), old.patience(), old.restoreBest()));
  }

  static Optional<ModelSettings> batchSize(ModelSettings settings, double size) {
    return training(
        settings,
        old ->
            new TrainingOptions(
                old.learningRate(), (int) size, old.epochs(), old.patience(), old.restoreBest()));
  }

  static Optional<ModelSettings> epochs(ModelSettings settings, double limit) {
    return training(settings, old -> old.withEpochs((int) limit));
  }

  static Optional<ModelSettings> patience(ModelSettings settings, double limit) {
    return training(settings, old -> old.withPatience((int) limit));
  }

  private static Optional<ModelSettings> training(
      ModelSettings settings, UnaryOperator<TrainingOptions> change) {
    return settings.learning() instanceof GradientLearning old
        ? Optional.of(
            new ModelSettings(
                settings.units(),
                settings.cell(),
                new GradientLearning(change.apply(old.training()))))
        : Optional.empty();
  }
}
