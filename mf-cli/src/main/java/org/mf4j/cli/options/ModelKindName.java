package org.mf4j.cli.options;

import java.util.Arrays;
import java.util.Iterator;
import org.mf4j.models.ModelKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a model. */
public final class ModelKindName implements ITypeConverter<ModelKind> {
  @Override
  public ModelKind convert(String name) {
    try {
      return ModelKind.of(name);
    } catch (IllegalArgumentException e) {
      // picocli would name the class of any other exception in its message.
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** The names, for the help text. */
  public static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(ModelKind.values()).map(ModelKind::id).iterator();
    }
  }
}
