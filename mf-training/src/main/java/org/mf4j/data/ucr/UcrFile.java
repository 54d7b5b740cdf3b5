package org.mf4j.data.ucr;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextLines;

/**
 * A file of the UCR archive, or a CSV file like it: one series of one channel per line, the class
 * first, then the values. A line with a tab is separated by tabs, one with a semicolon by
 * semicolons, one with a comma by commas, any other by blanks. A first line that names the columns
 * ({@code label,t0,t1} or {@code label,0,1}) is left out, and so are quotation marks around a
 * class.
 *
 * <p>{@code NaN} or {@code ?} is a missing value; at the end of a line it is padding, for the
 * format has no lengths, and is dropped. A class is a whole number, also in the notation {@code
 * 1.0000000e+00}, or a word; the classes are numbered in ascending order. The format has no numbers
 * to regress.
 */
public final class UcrFile {
  private UcrFile() {}

  /**
   * Reads a whole file.
   *
   * @param lines of the file, in front of the first
   * @param name the name of the set
   * @param targetsRequired false accepts classes that are unknown, {@code ?} or {@code NaN} in
   *     their place; all targets are then NaN
   * @return its series in the order of the file
   * @throws DataException if the file is bad or without series
   */
  public static SeriesSet readAll(TextLines lines, String name, boolean targetsRequired) {
    List<UcrRow> rows = rows(lines, targetsRequired);
    UcrClasses classes = UcrClasses.of(rows);
    SetBuilder set = new SetBuilder(name);
    rows.forEach(row -> set.add(new double[][] {row.values()}, classes.index(row)));
    return set.build(classes.labels());
  }

  private static List<UcrRow> rows(TextLines lines, boolean labelsRequired) {
    UcrRowParser parser = new UcrRowParser(lines, labelsRequired);
    List<UcrRow> rows = new ArrayList<>();
    for (String line = first(lines); line != null; line = lines.next()) {
      rows.add(parser.parse(line));
    }
    if (rows.isEmpty()) {
      throw lines.fileError("is empty.");
    }
    return UcrHeader.isCounting(rows) ? rows.subList(1, rows.size()) : rows;
  }

  /** The first line that is no header. */
  private static String first(TextLines lines) {
    String line = lines.next();
    if (line == null) {
      return null;
    }
    lines.refuseForeignContent(line, "UCR");
    return UcrHeader.isOfWords(line) ? lines.next() : line;
  }
}
