package org.mf4j.figures.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table, immutable: every method that changes it gives a new one. Cells are text, whatever
 * characters they hold; HTML and Markdown write their {@code +-} as one sign.
 *
 * <pre>{@code
 * Notebook.show(Table.of("model", "accuracy").row("ESN", 0.872).row("MF-ESN", 0.951));
 * }</pre>
 *
 * @param header the names of the columns; empty for a table that needs none
 * @param rows the rows, each with one cell per column
 */
public record Table(List<String> header, List<List<String>> rows) implements Part {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /** Numbers below the one and from the other on are easier to read as m * 10^e. */
  private static final double SMALL = 1e-4;

  private static final double LARGE = 1e7;

  /** Letters from which a cell of a page is no number and no name. */
  private static final int SENTENCE = 32;

  /**
   * Later changes of the lists are not seen here.
   *
   * @throws IllegalArgumentException if a row has another number of cells than the header, or than
   *     the first row
   */
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    int columns = columns(header, rows);
    for (List<String> row : rows) {
      if (row.size() != columns) {
        throw new IllegalArgumentException(
            "row: " + row.size() + " cells in a table of " + columns + " columns");
      }
    }
  }

  private static int columns(List<String> header, List<List<String>> rows) {
    return header.isEmpty() && !rows.isEmpty() ? rows.get(0).size() : header.size();
  }

  /**
   * A table without rows.
   *
   * @param header the names of the columns; none for a table that needs none
   * @return the table
   */
  public static Table of(String... header) {
    return new Table(List.of(header), List.of());
  }

  /**
   * The same table with one more row.
   *
   * @param cells one per column; floating point numbers are shown with four significant digits at
   *     most, everything else as its text
   * @return the table
   * @throws IllegalArgumentException if there are not as many as columns
   */
  public Table row(Object... cells) {
    List<String> row = Arrays.stream(cells).map(Table::text).toList();
    return new Table(header, Stream.concat(rows.stream(), Stream.of(row)).toList());
  }

  private static String text(Object value) {
    return value instanceof Double || value instanceof Float
        ? number(((Number) value).doubleValue())
        : String.valueOf(value);
  }

  private static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size < SMALL || size >= LARGE ? scientific(rounded) : rounded.toPlainString();
  }

  private static String scientific(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>(rows);
    if (!header.isEmpty()) {
      lines.add(0, header);
    }
    return lines;
  }

  /** {@return columns that are aligned to the left and two blanks apart} */
  @Override
  public List<String> text() {
    List<List<String>> lines = lines();
    return lines.stream().map(row -> aligned(row, lines)).toList();
  }

  private static String aligned(List<String> row, List<List<String>> all) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      int column = i;
      int width = all.stream().mapToInt(other -> other.get(column).length()).max().orElseThrow();
      line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  /** {@return rows of comma-separated values, RFC 4180, each ended by a line feed} */
  public String csv() {
    StringBuilder csv = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();
    try (CSVPrinter printer = new CSVPrinter(csv, format)) {
      printer.printRecords(lines());
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    return csv.toString();
  }

  @Override
  public List<String> markdown() {
    List<String> lines = new ArrayList<>(rows.stream().map(Table::bars).toList());
    List<String> names = header.isEmpty() ? Collections.nCopies(columns(header, rows), "") : header;
    lines.add(0, bars(names));
    lines.add(1, bars(names.stream().map(name -> "--").toList()));
    return lines;
  }

  private static String bars(List<String> row) {
    return row.stream()
        .map(cell -> typographic(cell).replace("|", "\\|"))
        .collect(joining(" | ", "| ", " |"));
  }

  /** {@return one {@code <table>} element} */
  @Override
  public String html() {
    String head = header.isEmpty() ? "" : "<thead>" + row("th", header) + "</thead>";
    return rows.stream()
        .map(row -> row("td", row))
        .collect(joining("", "<table>" + head + "<tbody>", "</tbody></table>"));
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<%s>%s</%s>".formatted(opened(tag, cell), text(cell), tag))
        .collect(joining("", "<tr>", "</tr>\n"));
  }

  /** A sentence may be broken into lines, numbers and names may not. */
  private static String opened(String tag, String cell) {
    return tag.equals("td") && cell.length() > SENTENCE ? tag + " class=\"sentence\"" : tag;
  }

  private static String text(String cell) {
    return Html.escape(typographic(cell));
  }

  private static String typographic(String cell) {
    return cell.replace("+-", "±");
  }
}
