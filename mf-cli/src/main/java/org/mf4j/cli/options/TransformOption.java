package org.mf4j.cli.options;

import java.util.List;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.data.transform.Transform;
import org.mf4j.data.transform.TransformKind;
import picocli.CommandLine.Option;

/** The option that says what is done to series before a model sees them. */
public final class TransformOption {
  @Option(
      names = "--transform",
      paramLabel = "STEP",
      split = ",",
      converter = OneTransform.class,
      completionCandidates = OneTransform.class,
      description =
          "What is done to the series first, in this order, fitted to the training set: any of"
              + " ${COMPLETION-CANDIDATES}; resample=N sets the number of steps, which is otherwise"
              + " that of the longest training series. Separated by commas or repeated.")
  private List<Transform> steps;

  /** {@return the steps in their order, none if the option is not there} */
  public Pipeline pipeline() {
    return new Pipeline(steps == null ? List.of() : steps);
  }

  private static final class OneTransform extends Converter<Transform> {
    OneTransform() {
      super(TransformKind::parse, TransformKind.ids());
    }
  }
}
