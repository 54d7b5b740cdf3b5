package org.mf4j.cli.reproduce;

import java.util.Iterator;
import org.mf4j.papers.PaperResult;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a table or figure of the papers. */
final class PaperResultName implements ITypeConverter<PaperResult> {
  @Override
  public PaperResult convert(String name) {
    try {
      return PaperResult.of(name);
    } catch (IllegalArgumentException e) {
      // picocli would name the class of any other exception in its message.
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** The names, for the help text. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PaperResult.all().stream().map(PaperResult::id).iterator();
    }
  }
}
