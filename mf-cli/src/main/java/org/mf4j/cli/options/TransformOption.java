package org.mf4j.cli.options;

import java.util.Iterator;
import java.util.List;
import org.mf4j.data.transform.Pipeline;
import org.mf4j.data.transform.Transform;
import org.mf4j.data.transform.TransformKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says what is done to series before a model sees them. */
public final class TransformOption {
  @Option(
      names = "--transform",
      paramLabel = "STEP",
      split = ",",
      converter = Step.class,
      completionCandidates = Names.class,
      description =
          "What is done to the series first, in this order, fitted to the training set: any of"
              + " ${COMPLETION-CANDIDATES}; resample=N sets the number of steps, which is otherwise"
              + " that of the longest training series. Separated by commas or repeated.")
  private List<Transform> steps;

  public Pipeline pipeline() {
    return new Pipeline(steps == null ? List.of() : steps);
  }

  /** Reads one step. */
  static final class Step implements ITypeConverter<Transform> {
    @Override
    public Transform convert(String text) {
      try {
        return TransformKind.parse(text);
      } catch (IllegalArgumentException e) {
        // picocli would name the class of any other exception in its message.
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** The names, for the help text. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return TransformKind.ids().iterator();
    }
  }
}
