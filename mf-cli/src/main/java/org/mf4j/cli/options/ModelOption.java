package org.mf4j.cli.options;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mf4j.models.ModelKind;
import picocli.CommandLine.Option;

/** {@code --model} of the commands that work on one model. */
public final class ModelOption {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      converter = Converter.Model.class,
      completionCandidates = Converter.Model.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ModelKind kind;

  /** {@return the model} */
  public ModelKind value() {
    return kind;
  }

  /** {@code --models} of the commands that work on several. */
  public static final class Several {
    /** The name of the option. */
    public static final String NAME = "--models";

    @Option(
        names = NAME,
        paramLabel = "NAME",
        split = ",",
        converter = Converter.Model.class,
        completionCandidates = Converter.Model.class,
        description =
            "Models, separated by commas: any of ${COMPLETION-CANDIDATES}. Default: all but gated-mf-rnn; with a"
                + " table of the papers, those of the table.")
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
