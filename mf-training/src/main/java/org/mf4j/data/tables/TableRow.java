package org.mf4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mf4j.data.series.DataException;
import org.mf4j.data.text.DecimalMark;
import org.mf4j.data.text.ForeignText;
import org.mf4j.data.text.LineCells;
import org.mf4j.data.text.NumberText;
import org.mf4j.data.text.TextLines;

/**
 * A line of a table.
 *
 * @param line its number in the file, from 1
 * @param id as it is spelt; empty if there is no such column
 * @param time in the unit of {@link TimeColumn}; NaN if there is no such column
 * @param answer its class or number as it is spelt; empty if the cell is, or there is no such
 *     column
 * @param values in the order of {@link TableHeader#values()}, missing ones NaN
 */
// Bulk numbers stay in arrays; a row is compared by reference.
@SuppressWarnings("ArrayRecordComponent")
record TableRow(int line, String id, double time, String answer, double[] values) {
  /** Reads the lines of one file. */
  static final class Parser {
    private final TextLines lines;
    private final char separator;
    private final TableHeader header;
    private final DecimalMark mark;
    private final int[] places;
    private final String[] texts;

    Parser(TextLines lines, char separator, TableHeader header, DecimalMark mark) {
      this.lines = lines;
      this.separator = separator;
      this.header = header;
      this.mark = mark;
      places = new int[header.names().size()];
      Arrays.fill(places, -1);
      for (int i = 0; i < header.values().size(); i++) {
        places[header.values().get(i)] = i;
      }
      texts = new String[places.length];
    }

    /** The row of a line without its time, which {@link #time} tells. */
    TableRow parse(String line) {
      return header.isRagged() ? ragged(line) : row(line);
    }

    /** A line of any length: all its cells but that of the answer. */
    private TableRow ragged(String line) {
      int answer = header.answer() == TableHeader.END ? lastFilled(line) : header.answer();
      String label = "";
      double[] values = new double[16];
      int count = 0;
      LineCells cells = new LineCells(line, separator);
      for (int column = 0; cells.next(); column++) {
        if (column == answer) {
          label = cells.text();
          continue;
        }
        values = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
        values[count++] = value(cells, column);
      }
      return new TableRow(lines.number(), "", Double.NaN, label, Arrays.copyOf(values, count));
    }

    private int lastFilled(String line) {
      LineCells cells = new LineCells(line, separator);
      int last = -1;
      for (int column = 0; cells.next(); column++) {
        last = cells.from() < cells.to() ? column : last;
      }
      return last;
    }

    private TableRow row(String line) {
      Arrays.fill(texts, "");
      double[] values = new double[header.values().size()];
      Arrays.fill(values, Double.NaN);
      LineCells cells = new LineCells(line, separator);
      for (int column = 0; cells.next(); column++) {
        if (column == places.length) {
          requireEnd(cells);
          break;
        }
        if (places[column] >= 0) {
          values[places[column]] = value(cells, column);
        } else {
          texts[column] = cells.text();
        }
      }
      return new TableRow(
          lines.number(), text(header.id()), Double.NaN, text(header.answer()), values);
    }

    /** The time in the line last parsed, as it is spelt. */
    String time() {
      return text(header.time());
    }

    private String text(int column) {
      return column < 0 ? "" : texts[column];
    }

    private void requireEnd(LineCells cells) {
      if (cells.from() < cells.to() || !cells.onlyEmptyCellsFollow()) {
        throw lines.columnError(
            cells.from(), "the line has more cells than the first one, " + places.length + ".");
      }
    }

    private double value(LineCells cells, int column) {
      String text = cells.text();
      if (text.isEmpty()) {
        return Double.NaN;
      }
      if (NumberText.isName(text)) {
        throw noNumber(cells, column);
      }
      return mark.parse(lines, cells);
    }

    private DataException noNumber(LineCells cells, int column) {
      return lines.columnError(
          cells.from(),
          "%s in the column %s is not a number; name the columns that hold channels, or what the"
                  .formatted(
                      ForeignText.quote(cells.text()), ForeignText.quote(header.name(column)))
              + " column holds.");
    }
  }

  /** All lines of a file, in its order. */
  static List<TableRow> all(TextLines lines, String firstLine, char separator, TableHeader header) {
    DecimalMark mark = new DecimalMark();
    Parser parser = new Parser(lines, separator, header, mark);
    List<TableRow> rows = new ArrayList<>();
    List<String> times = new ArrayList<>();
    String line = header.isFirstLine() ? lines.next() : firstLine;
    for (; line != null; line = lines.next()) {
      rows.add(parser.parse(line.stripTrailing()));
      times.add(parser.time());
    }
    mark.requireCertain(lines);
    if (rows.isEmpty()) {
      throw lines.fileError("has no line of values.");
    }
    return header.time() < 0 ? rows : timed(lines, rows, times);
  }

  private static List<TableRow> timed(TextLines lines, List<TableRow> rows, List<String> times) {
    try {
      double[] values = TimeColumn.parse(times);
      for (int i = 0; i < values.length; i++) {
        TableRow row = rows.get(i);
        rows.set(i, new TableRow(row.line, row.id, values[i], row.answer, row.values));
      }
      return rows;
    } catch (IllegalArgumentException e) {
      throw lines.fileError("has a column of times that " + e.getMessage());
    }
  }
}
