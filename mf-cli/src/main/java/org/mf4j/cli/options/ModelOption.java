package org.mf4j.cli.options;

import org.mf4j.models.ModelKind;
import picocli.CommandLine.Option;

/** {@code --model} of the commands that work on one model. */
public final class ModelOption {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "NAME",
      converter = ModelKindName.class,
      completionCandidates = ModelKindName.All.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ModelKind kind;

  public ModelKind value() {
    return kind;
  }
}
