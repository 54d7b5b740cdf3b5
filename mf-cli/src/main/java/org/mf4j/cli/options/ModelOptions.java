package org.mf4j.cli.options;

import org.mf4j.models.ModelSettings;
import org.mf4j.models.Settings;
import org.mf4j.training.TrainingOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that change the papers' settings of a model. */
public final class ModelOptions {
  @Mixin private SeedOption seed;

  @Option(
      names = "--units",
      paramLabel = "N",
      defaultValue = "" + ModelSettings.DEFAULT_UNITS,
      converter = Converter.Units.class,
      description = "Number of neurons. Default: ${DEFAULT-VALUE}.")
  private int units;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "" + TrainingOptions.DEFAULT_EPOCHS,
      converter = Converter.Count.class,
      description = "Most epochs of training (rnn, mf-rnn). Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      defaultValue = "" + TrainingOptions.DEFAULT_PATIENCE,
      converter = Converter.Count.class,
      description =
          "Training stops after this many epochs without a lower loss (rnn, mf-rnn)."
              + " Default: ${DEFAULT-VALUE}.")
  private int patience;

  @Option(
      names = "--restore-best",
      description = "Keep the weights of the lowest training loss, not the last (rnn, mf-rnn).")
  private boolean restoreBest;

  /** {@return the seed} */
  public long seed() {
    return seed.value();
  }

  /**
   * How a reservoir is trained further.
   *
   * @param training the default
   * @return changed as the options say
   */
  public TrainingOptions applyTo(TrainingOptions training) {
    return training.withEpochs(epochs).withPatience(patience);
  }

  /**
   * The settings of a model.
   *
   * @param settings the papers'
   * @return changed as the options say; those of training where there is any
   */
  public ModelSettings applyTo(ModelSettings settings) {
    ModelSettings sized = settings.withUnits(units);
    return Settings.EPOCHS.isIn(sized)
        ? sized
            .with(Settings.EPOCHS, epochs)
            .with(Settings.PATIENCE, patience)
            .with(Settings.RESTORE_BEST, restoreBest)
        : sized;
  }
}
