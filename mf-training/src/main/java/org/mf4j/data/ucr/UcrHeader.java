package org.mf4j.data.ucr;

import java.util.List;
import java.util.stream.IntStream;
import org.mf4j.data.text.LineCells;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.TextLines;

/**
 * Recognises a first line that names the columns, which other programs write into a CSV file and
 * the archive does not.
 */
final class UcrHeader {
  /** Fewer values than these in order say nothing. */
  private static final int FEW = 3;

  /** So many values of a signal never rise without a break. */
  private static final int MANY = 8;

  private UcrHeader() {}

  /** Whether a line has names in place of values, as in {@code label,t0,t1} or {@code ,t0,t1}. */
  static boolean isOfNames(String line, char separator) {
    LineCells cells = new LineCells(line, separator);
    cells.next();
    boolean named = cells.text().isEmpty() || NumberText.isName(cells.text());
    int names = 0;
    while (named && cells.next()) {
      named = NumberText.isName(cells.text());
      names++;
    }
    return named && names > 0;
  }

  /**
   * The rows without a first one that numbers the columns, as in {@code label,0,1,2} or {@code
   * sample,850,852,854}: its class is a word that no other row has, or continues the values to the
   * left, its values go up or down by equal steps, and it is as long as the longest row.
   *
   * @throws org.mf4j.data.series.DataException if it may be one or the other
   */
  static List<UcrRow> leftOut(TextLines lines, List<UcrRow> rows) {
    UcrRow first = rows.get(0);
    List<UcrRow> others = rows.subList(1, rows.size());
    if (!standsApart(first, others)) {
      requireLabel(lines, first);
      return rows;
    }
    // Where all other classes are unknown, one that is known is none of a series.
    boolean toPredict = !others.isEmpty() && others.stream().allMatch(row -> row.label().isEmpty());
    boolean counts = isEven(first.values()) && first.values().length >= (toPredict ? 2 : FEW);
    if (counts && (toPredict || others.size() > 1)) {
      lines.note(first.line(), "left out, since it numbers the columns; it is no series.");
      return others;
    }
    if (counts || (isMonotone(first.values()) && first.values().length >= MANY)) {
      throw lines.lineError(
          first.line(),
          "this looks like a header, which numbers the columns, and not like a series; remove it, or"
              + " put a line label,t0,t1,... before it if it is a series.");
    }
    requireLabel(lines, first);
    return rows;
  }

  private static void requireLabel(TextLines lines, UcrRow first) {
    if (first.label().filter(String::isEmpty).isPresent()) {
      throw lines.lineError(first.line(), "the class label is empty.");
    }
  }

  private static boolean standsApart(UcrRow first, List<UcrRow> others) {
    return first.label().filter(label -> isNameOrNext(label, first.values())).isPresent()
        && others.stream()
            .noneMatch(
                row ->
                    row.label().equals(first.label())
                        || row.values().length > first.values().length);
  }

  /** pandas names columns that have no names 0, 1, 2 and so on, the first included. */
  private static boolean isNameOrNext(String label, double[] values) {
    return !NumberText.isNumber(label)
        || (values.length > 1
            && values[0] - Double.parseDouble(label) == 1
            && values[1] - values[0] == 1);
  }

  private static boolean isEven(double[] values) {
    double step =
        values.length < 2 ? 0 : (values[values.length - 1] - values[0]) / (values.length - 1);
    // Decimal fractions are rounded, in the file to its digits and here to those of a double.
    double tolerance = Math.abs(step) * 1e-3;
    return Math.abs(step) > 0
        && IntStream.range(0, values.length)
            .allMatch(i -> Math.abs(values[i] - values[0] - i * step) <= tolerance);
  }

  private static boolean isMonotone(double[] values) {
    double sign = Math.signum(values[values.length - 1] - values[0]);
    return IntStream.range(1, values.length)
        .allMatch(i -> Math.signum(values[i] - values[i - 1]) == sign && sign != 0);
  }
}
