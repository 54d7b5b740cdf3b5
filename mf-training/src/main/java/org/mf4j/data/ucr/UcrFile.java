package org.mf4j.data.ucr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.data.text.ClassNames;
import org.mf4j.data.text.DecimalMark;
import org.mf4j.data.text.LineCells;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.SetBuilder;
import org.mf4j.data.text.TextKind;
import org.mf4j.data.text.TextLines;

/**
 * A file of the UCR archive, or a CSV file like it: one series of one channel per line, the class
 * first, then the values. The first line tells what separates them all: tabs if it has a tab, else
 * semicolons, else commas, else blanks, quoted cells left aside. A first line that names or numbers
 * the columns ({@code label,t0,t1}, {@code label,0,1} or {@code sample,850,852}) is left out; in
 * doubt it is refused. Lines that begin with {@code #} are comments before the first series.
 *
 * <p>{@code NaN}, {@code ?}, {@code NA} and the like are missing values; at the end of a line they
 * are padding, as empty cells are, for the format has no lengths, and are dropped. {@link
 * ClassNames} says how classes are spelt and numbered, {@link DecimalMark} which decimal mark a
 * file of semicolons or tabs may have. The format has no numbers to regress; {@link
 * org.mf4j.data.tables.TableColumns} names columns in another order, and such numbers.
 */
public final class UcrFile {
  /** What such a file looks like. */
  public static final TextKind KIND = new TextKind("UCR", UcrFile::isComment);

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
    List<String> classes =
        ClassNames.ordered(rows.stream().map(UcrRow::label).flatMap(Optional::stream).toList());
    Map<String, Integer> index = new HashMap<>();
    classes.forEach(label -> index.put(label, index.size()));
    SetBuilder set = new SetBuilder(name);
    for (UcrRow row : rows) {
      double target = row.label().map(label -> (double) index.get(label)).orElse(Double.NaN);
      set.add(new double[][] {row.values()}, target);
    }
    return set.build(classes);
  }

  private static List<UcrRow> rows(TextLines lines, boolean labelsRequired) {
    String line = lines.next();
    if (line == null) {
      throw lines.fileError("is empty.");
    }
    char separator = LineCells.separatorOf(line.stripTrailing());
    boolean names = UcrHeader.isOfNames(line.stripTrailing(), separator);
    UcrRow.Parser parser = new UcrRow.Parser(lines, separator, labelsRequired);
    List<UcrRow> rows = new ArrayList<>();
    for (line = names ? lines.next() : line; line != null; line = lines.next()) {
      rows.add(parser.parse(line.stripTrailing()));
    }
    parser.requireCertain();
    if (rows.isEmpty()) {
      throw lines.fileError("is empty.");
    }
    return names ? rows : UcrHeader.leftOut(lines, rows);
  }

  /** {@code #1,0.5,0.7} is a series of the class {@code #1}, wherever it stands. */
  private static boolean isComment(String line, boolean beforeContent) {
    return beforeContent && line.charAt(0) == '#' && !isSeries(line);
  }

  private static boolean isSeries(String line) {
    char separator = LineCells.separatorOf(line);
    LineCells cells = new LineCells(line, separator);
    boolean series = separator != ' ' && cells.next() && cells.text().length() > 1;
    boolean values = false;
    while (series && cells.next()) {
      series = NumberText.isNumber(cells.text()) || NumberText.isMissing(cells.text());
      values = true;
    }
    return series && values;
  }
}
