package org.mf4j.cli.options;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Setting;
import org.mf4j.models.Settings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.papers.PaperReference;
import org.mf4j.training.TrainingOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that change the papers' settings of a model. */
public final class ModelOptions {
  @Mixin private SeedOption seed;

  @Mixin private SettingsOptions settings;

  @Option(
      names = "--units",
      paramLabel = "N",
      converter = Converter.Units.class,
      description = "Number of neurons. Default: " + ModelSettings.DEFAULT_UNITS + ".")
  private Integer units;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      converter = Converter.Count.class,
      description =
          "Most epochs of models that are trained. Default: what --protocol says; 200 where a"
              + " reservoir is trained further.")
  private Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      converter = Converter.Count.class,
      description =
          "Training stops after this many epochs without a lower loss."
              + " Default: what --protocol says.")
  private Integer patience;

  @Option(
      names = "--restore-best",
      description = "Keep the weights of the lowest training loss, not the last.")
  private boolean restoreBest;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      converter = Converter.Training.class,
      description =
          "How networks are trained, one of ${COMPLETION-CANDIDATES}: standard warms"
              + " up and anneals the learning rate and clips gradients; paper has a constant rate,"
              + " patience 10 and the last weights. Settings of a file keep their own. Default:"
              + " standard.")
  private Protocol protocol = Protocol.STANDARD;

  /** How networks are trained that nobody has given settings for. */
  public enum Protocol {
    /** {@link TrainingOptions#standard}. */
    STANDARD,
    /** As the papers did. */
    PAPER
  }

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
    TrainingOptions bounded = epochs == null ? training : training.withEpochs(epochs);
    return patience == null ? bounded : bounded.withPatience(patience);
  }

  /**
   * The settings of {@code --settings}.
   *
   * @return empty if the option is not there
   * @throws IOException if the file is no such file; the message is one sentence
   */
  public Optional<ModelSettings> given() throws IOException {
    return settings.file();
  }

  /**
   * The settings of a model that come from no file.
   *
   * @param papers the papers'
   * @return the same, but trained as {@code --protocol} says
   */
  public ModelSettings trainedByProtocol(ModelSettings papers) {
    return protocol == Protocol.STANDARD
        ? papers.withLearning(papers.learning().byStandardTraining())
        : papers;
  }

  /**
   * The settings of a model.
   *
   * @param papers the papers', or those of {@code --settings}
   * @return changed as the options say; those of training where there is any
   * @throws IllegalArgumentException if {@code --set} names what the model has not got
   */
  public ModelSettings applyTo(ModelSettings papers) {
    return settings.applyTo(aliased(papers));
  }

  /**
   * The settings of the models of a command that has several: those of {@code --settings} for their
   * model, which takes part, the papers' for others, changed as the options say.
   *
   * @param named the models that are named, or empty for those that are usually compared
   * @param given the settings of {@code --settings}
   * @param reference the papers'
   * @return the settings, in the order of the models
   * @throws IllegalArgumentException if {@code --set} names what none of the models has
   */
  public List<ModelSettings> settings(
      Optional<List<ModelKind>> named, Optional<ModelSettings> given, PaperReference reference) {
    Set<ModelKind> kinds = new LinkedHashSet<>(named.orElse(ModelKind.compared()));
    given.map(ModelSettings::kind).ifPresent(kinds::add);
    return applyTo(
        kinds.stream()
            .map(
                kind ->
                    given
                        .filter(one -> one.kind() == kind)
                        .orElseGet(() -> trainedByProtocol(reference.settings(kind))))
            .toList());
  }

  /**
   * The settings of several models.
   *
   * @param models the papers', or those of {@code --settings}
   * @return each changed as the options say, where it has what they name
   * @throws IllegalArgumentException if {@code --set} names what none of the models has
   */
  private List<ModelSettings> applyTo(List<ModelSettings> models) {
    return settings.applyTo(models.stream().map(this::aliased).toList());
  }

  private ModelSettings aliased(ModelSettings papers) {
    ModelSettings changed = with(papers, Settings.UNITS, units);
    changed = with(changed, TrainingSettings.EPOCHS, epochs);
    changed = with(changed, TrainingSettings.PATIENCE, patience);
    return with(changed, TrainingSettings.RESTORE_BEST, restoreBest ? true : null);
  }

  /** The options with names of their own concern the models that have such a setting. */
  private static <T> ModelSettings with(ModelSettings model, Setting<T> one, T value) {
    return value == null || !one.isIn(model) ? model : model.with(one, value);
  }
}
