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
    String line = text.stripTrailing();
    LineCells cells = new LineCells(line);
    Optional<String> label = label(line, cells);
    double[] values = new double[16];
    int count = 0;
    while (cells.next()) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value(line, cells);
    }
    double[] present = Padding.removed(new double[][] {Arrays.copyOf(values, count)})[0];
    if (present.length == 0) {
      throw lines.lineError("there is no value; a line holds the class and then the values.");
    }
    return new UcrRow(label, present);
  }

  private double value(String line, LineCells cells) {
    String text = cells.text();
    if (text.indexOf(',') >= 0) {
      throw lines.columnError(
          cells.from(), ForeignText.quote(text) + " is not a number; the decimal mark is a point.");
    }
    if (isWord(text)) {
      throw lines.columnError(
          cells.from(),
          ForeignText.quote(text)
              + " is not a number; a line holds the class first and then values only.");
    }
    return NumberText.parse(lines, line, cells.from(), cells.to());
  }

  /** Whether a cell can name a class or a column, but is no value. */
  static boolean isWord(String text) {
    return !text.isEmpty() && Character.isLetter(text.charAt(0)) && !NumberText.isMissing(text);
  }

  private Optional<String> label(String line, LineCells cells) {
    cells.next();
    String label = cells.text();
    if (label.isEmpty()) {
      throw lines.columnError(cells.from(), "the class label is empty.");
    }
    if (NumberText.isMissing(label)) {
      if (labelsRequired) {
        throw lines.columnError(cells.from(), "the class label is missing.");
      }
      return Optional.empty();
    }
    return Optional.of(NUMBER.matcher(label).matches() ? wholeNumber(line, cells, label) : label);
  }

  private String wholeNumber(String line, LineCells cells, String label) {
    double value = NumberText.parse(lines, line, cells.from(), cells.to());
    if (value != Math.rint(value) || Math.abs(value) > LARGEST_CLASS) {
      throw lines.columnError(
          cells.from(),
          ForeignText.quote(label)
              + " is no class, which is a whole number or a word; "
              + (labelsRequired
                  ? "numbers to regress need the .ts format."
                  : "write ? for a class that is not known."));
    }
    return Long.toString((long) value);
  }
}
