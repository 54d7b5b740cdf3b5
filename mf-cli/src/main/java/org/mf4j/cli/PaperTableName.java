package org.mf4j.cli;

import java.util.Iterator;
import org.mf4j.papers.PaperTable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a table of the papers. */
final class PaperTableName implements ITypeConverter<PaperTable> {
  @Override
  public PaperTable convert(String name) {
    try {
      return PaperTable.of(name);
    } catch (IllegalArgumentException e) {
      // picocli would name the class of any other exception in its message.
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** The names, for the help text. */
  static final class All implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PaperTable.all().stream().map(PaperTable::id).iterator();
    }
  }
}
