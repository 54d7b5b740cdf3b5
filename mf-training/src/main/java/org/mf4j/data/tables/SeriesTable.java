package org.mf4j.data.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.LineCells;
import org.mf4j.data.text.TextKind;
import org.mf4j.data.text.TextLines;

/**
 * A table in a text file, {@code .csv}, {@code .tsv} or {@code .txt}: a line per series, or a line
 * per step, as {@link TableColumns} says. What separates cells and the decimal mark are found as in
 * {@link org.mf4j.data.ucr.UcrFile}; an empty cell is a missing value, and at the end of a line of
 * a whole series it is padding.
 */
public final class SeriesTable {
  /** What such a file looks like; comments stand before the first line alone. */
  public static final TextKind KIND =
      new TextKind("CSV", (line, beforeContent) -> beforeContent && line.charAt(0) == '#');

  private SeriesTable() {}

  /**
   * Reads a whole file.
   *
   * @param lines of the file, in front of the first
   * @param name the name of the set
   * @param columns what its columns hold
   * @param targetsRequired false accepts a table without classes or numbers to regress
   * @return a series per line or per id, in the order of the file
   * @throws org.mf4j.data.series.DataException if the file is bad, without series, or lacks a
   *     column
   */
  public static SeriesSet readAll(
      TextLines lines, String name, TableColumns columns, boolean targetsRequired) {
    if (targetsRequired && columns.answer().isEmpty()) {
      throw lines.fileError(
          "has columns that are named, but none for the class (label) or for the number to regress"
              + " (target).");
    }
    Content content = Content.read(lines, columns);
    SeriesCollector series = new SeriesCollector(columns, targetsRequired);
    if (columns.id().isPresent() && !content.isWide(columns)) {
      series.addById(lines, content.rows());
      lines.note(
          "has %d lines of %d series; channels: %s."
              .formatted(
                  content.rows().size(),
                  series.size(),
                  String.join(", ", content.header().channels())));
    } else {
      content.rows().forEach(row -> series.addWhole(lines, row));
    }
    return series.build(name, lines);
  }

  /**
   * The lines of one file.
   *
   * @param header its columns
   * @param rows one a line
   */
  record Content(TableHeader header, List<TableRow> rows) {
    static Content read(TextLines lines, TableColumns columns) {
      String first = lines.next();
      if (first == null) {
        throw lines.fileError("is empty.");
      }
      String line = first.stripTrailing();
      char separator = LineCells.separatorOf(line);
      TableHeader header = TableHeader.of(lines, line, separator, columns);
      return new Content(header, TableRow.all(lines, line, separator, header));
    }

    /** A line is a series where every id comes once, and nothing speaks of steps. */
    private boolean isWide(TableColumns columns) {
      Set<String> ids = new HashSet<>();
      return columns.time().isEmpty()
          && columns.channels().isEmpty()
          && rows.stream().allMatch(row -> ids.add(row.id()));
    }
  }
}
