package org.mf4j.data.ucr;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.Padding;
import org.mf4j.data.text.TextLines;

/** Reads one line of a UCR file. */
final class UcrRowParser {
  /** What a number may look like; a label of other characters is a word. */
  private static final Pattern NUMBER = Pattern.compile("[-+.0-9][-+.0-9eE]*");

  /** Beyond it, a double does not tell neighbouring whole numbers apart. */
  private static final double LARGEST_CLASS = 1L << 53;

  private final TextLines lines;
  private final boolean labelsRequired;

  UcrRowParser(TextLines lines, boolean labelsRequired) {
    this.lines = lines;
    this.labelsRequired = labelsRequired;
  }

  UcrRow parse(String text) {
    if (lines.number() == 1) {
      lines.refuseForeignContent(text, "UCR");
    }
    String line = text.stripTrailing();
    Cells cells = new Cells(line);
    Optional<String> label = label(line, cells);
    double[] values = new double[16];
    int count = 0;
    while (cells.next()) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = NumberText.parse(lines, line, cells.from, cells.to);
    }
    double[] present = Padding.removed(new double[][] {Arrays.copyOf(values, count)})[0];
    if (present.length == 0) {
      throw lines.lineError("there is no value; a line holds the class and then the values.");
    }
    return new UcrRow(label, present);
  }

  private Optional<String> label(String line, Cells cells) {
    cells.next();
    String label = line.substring(cells.from, cells.to).strip();
    if (label.isEmpty()) {
      throw lines.columnError(cells.from, "the class label is empty.");
    }
    if (NumberText.isMissing(label)) {
      if (labelsRequired) {
        throw lines.columnError(cells.from, "the class label is missing.");
      }
      return Optional.empty();
    }
    return Optional.of(NUMBER.matcher(label).matches() ? wholeNumber(line, cells, label) : label);
  }

  private String wholeNumber(String line, Cells cells, String label) {
    double value = NumberText.parse(lines, line, cells.from, cells.to);
    if (value != Math.rint(value) || Math.abs(value) > LARGEST_CLASS) {
      throw lines.columnError(
          cells.from,
          ForeignText.quote(label)
              + " is no class, which is a whole number or a word; numbers to regress need the .ts"
              + " format.");
    }
    return Long.toString((long) value);
  }

  /** Walks over the cells of a line. */
  private static final class Cells {
    private final String line;
    private final char separator;
    private int from;
    private int to = -1;

    Cells(String line) {
      this.line = line;
      this.separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') >= 0 ? ',' : ' ';
    }

    /** Moves on; false behind the last cell. */
    boolean next() {
      if (to == line.length()) {
        return false;
      }
      from = to + 1;
      while (separator == ' ' && from < line.length() && line.charAt(from) == ' ') {
        from++;
      }
      int end = line.indexOf(separator, from);
      to = end < 0 ? line.length() : end;
      return true;
    }
  }
}
