package org.mf4j.cli.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import picocli.CommandLine.Option;

/** {@code --model} of the commands that work on one model. */
public final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      converter = Converter.Model.class,
      completionCandidates = Converter.Model.class,
      description = "One of ${COMPLETION-CANDIDATES}; that of --settings if it is left out.")
  private ModelKind kind;

  /**
   * The model.
   *
   * @param given the settings of {@code --settings}, if there are any
   * @return what is named, or what the settings are of
   * @throws IllegalArgumentException if neither is there, or they are of different models
   */
  public ModelKind value(Optional<ModelSettings> given) {
    Optional<ModelKind> theirs = given.map(ModelSettings::kind);
    if (kind == null) {
      return theirs.orElseThrow(
          () ->
              new IllegalArgumentException(
                  "--model: missing; name one of %s, or give --settings FILE."
                      .formatted(
                          Arrays.stream(ModelKind.values())
                              .map(ModelKind::id)
                              .collect(Collectors.joining(", ")))));
    }
    if (theirs.isPresent() && theirs.get() != kind) {
      throw new IllegalArgumentException(
          "--model %s: the settings of --settings are of %s; leave out one of them."
              .formatted(kind.id(), theirs.get().id()));
    }
    return kind;
  }

  /** {@code --models} of the commands that work on several. */
  public static final class Several {
    /** The name of the option. */
    public static final String NAME = "--models";

    @Option(
        names = {NAME, "--model"},
        paramLabel = "NAME",
        split = ",",
        converter = Converter.Model.class,
        completionCandidates = Converter.Model.class,
        description =
            "Models, separated by commas: any of ${COMPLETION-CANDIDATES}. Default: esn, mf-esn,"
                + " rnn, mf-rnn and hetero-mf-esn; with a table of the papers, those of the table;"
                + " over an archive, hetero-mf-esn.")
    private Set<ModelKind> kinds;

    /**
     * The models.
     *
     * @return in the order given; empty if the option is not there
     * @throws IllegalArgumentException if the option names none
     */
    public Optional<List<ModelKind>> value() {
      if (kinds != null && kinds.isEmpty()) {
        throw new IllegalArgumentException(NAME + ": names no model; name one at least.");
      }
      return Optional.ofNullable(kinds).map(List::copyOf);
    }
  }
}
