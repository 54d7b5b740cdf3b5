package org.mf4j.data.ucr;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.mf4j.data.series.DataException;
import org.mf4j.data.text.ClassNames;
import org.mf4j.data.text.DecimalMark;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.LineCells;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.Padding;
import org.mf4j.data.text.TextLines;

/**
 * One line.
 *
 * @param line its number in the file, from 1
 * @param label the class as {@link UcrFile} spells it, if it is known; empty text if the first line
 *     begins with an empty cell
 * @param values the values without padding, one at least
 */
// Bulk numbers stay in arrays; a row is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record UcrRow(int line, Optional<String> label, double[] values) {
  private static final Map<Character, String> NAMES =
      Map.of('\t', "tab", ';', "semicolon", ',', "comma", ' ', "blank");

  /** Reads the lines of a file, all separated like the first. */
  static final class Parser {
    private final TextLines lines;
    private final char separator;
    private final boolean labelsRequired;
    private final DecimalMark mark = new DecimalMark();
    private boolean first = true;

    Parser(TextLines lines, char separator, boolean labelsRequired) {
      this.lines = lines;
      this.separator = separator;
      this.labelsRequired = labelsRequired;
    }

    UcrRow parse(String line) {
      LineCells cells = new LineCells(line, separator);
      cells.next();
      Optional<String> label = label(cells);
      double[] values = Padding.removed(new double[][] {values(cells)})[0];
      if (values.length == 0) {
        throw lines.lineError("there is no value; a line holds the class and then the values.");
      }
      first = false;
      return new UcrRow(lines.number(), label, values);
    }

    private double[] values(LineCells cells) {
      double[] values = new double[16];
      int count = 0;
      while (cells.next()) {
        // Spreadsheets fill up shorter rows with empty cells.
        if (cells.from() == cells.to() && cells.onlyEmptyCellsFollow()) {
          break;
        }
        if (count == values.length) {
          values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value(cells);
      }
      return Arrays.copyOf(values, count);
    }

    void requireCertain() {
      mark.requireCertain(lines);
    }

    private double value(LineCells cells) {
      char strange = cells.strangeSeparator();
      String text = cells.text();
      if (separator == ',' && text.indexOf(' ') >= 0) {
        throw lines.columnError(
            cells.from(),
            ForeignText.quote(text)
                + " is not a number; commas separate the values of this file, and the decimal mark"
                + " is a point.");
      }
      // Where blanks separate, a comma is the slip of a comma for a blank.
      if (strange != 0 && (strange != ',' || separator == ' ')) {
        throw strangeSeparator(cells, strange, "");
      }
      if (NumberText.isName(text) && Character.isLetter(text.charAt(0))) {
        throw lines.columnError(
            cells.from(),
            ForeignText.quote(text)
                + " is not a number; a line holds the class first and then values only.");
      }
      return mark.parse(lines, cells);
    }

    private DataException strangeSeparator(LineCells cells, char strange, String hint) {
      return lines.columnError(
          cells.from(),
          "there is a %s in %s, but %ss separate the values of this file%s."
              .formatted(
                  NAMES.get(strange), ForeignText.quote(cells.text()), NAMES.get(separator), hint));
    }

    private Optional<String> label(LineCells cells) {
      String label = cells.text();
      if (label.startsWith("\"") && !cells.isQuoted()) {
        throw lines.columnError(cells.from(), "the quotation mark is not closed.");
      }
      if (cells.strangeSeparator() != 0) {
        throw strangeSeparator(
            cells, cells.strangeSeparator(), "; a class that holds one stands in quotation marks");
      }
      if (NumberText.isUnknownLabel(label)) {
        if (labelsRequired) {
          throw lines.columnError(cells.from(), "the class label is missing.");
        }
        return Optional.empty();
      }
      if (label.isEmpty() && !first) {
        throw lines.columnError(cells.from(), "the class label is empty.");
      }
      return Optional.of(ClassNames.of(label).orElseThrow(() -> noClass(cells, label)));
    }

    private DataException noClass(LineCells cells, String label) {
      return lines.columnError(
          cells.from(),
          ForeignText.quote(label)
              + " is no class, which is a whole number or a word; "
              + (labelsRequired
                  ? "name the column of numbers to regress, or use the .ts format for them."
                  : "write ? for a class that is not known."));
    }
  }
}
