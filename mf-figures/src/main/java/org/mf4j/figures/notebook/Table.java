package org.mf4j.figures.notebook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mf4j.figures.html.HtmlTable;
import org.mf4j.figures.html.HtmlText;
import org.mf4j.figures.text.TextTable;

/**
 * A table of results, immutable: every method gives a new one.
 *
 * <pre>{@code
 * Notebook.show(Table.of("model", "accuracy").row("ESN", 0.872).row("MF-ESN", 0.951));
 * }</pre>
 *
 * @param title what the table shows, plain text, if anything need be said
 * @param header the names of the columns
 * @param rows the rows, each with one cell per column, as text
 */
public record Table(Optional<String> title, List<String> header, List<List<String>> rows) {
  /**
   * Copies and validates.
   *
   * @throws IllegalArgumentException if a row has another number of cells than the header
   */
  public Table {
    header = List.copyOf(header);
    rows = new HtmlTable(header, rows).rows();
  }

  /**
   * A table without rows.
   *
   * @param header the names of the columns
   * @return the table
   */
  public static Table of(String... header) {
    return new Table(Optional.empty(), List.of(header), List.of());
  }

  /**
   * The same table with a title.
   *
   * @param title plain text
   * @return the table
   */
  public Table titled(String title) {
    return new Table(Optional.of(title), header, rows);
  }

  /**
   * The same table with one more row.
   *
   * @param cells one per column; floating point numbers are shown with four significant digits,
   *     everything else as its text
   * @return the table
   * @throws IllegalArgumentException if there are not as many as columns
   */
  public Table row(Object... cells) {
    List<String> row = Arrays.stream(cells).map(Cells::text).toList();
    return new Table(title, header, Stream.concat(rows.stream(), Stream.of(row)).toList());
  }

  /** {@return the table as HTML} */
  public String html() {
    return title.map(HtmlText::paragraph).orElse("") + new HtmlTable(header, rows).html();
  }

  /** {@return the table as lines of aligned columns} */
  public String text() {
    TextTable table = new TextTable(header.size());
    table.add(header.toArray(String[]::new));
    rows.forEach(row -> table.add(row.toArray(String[]::new)));
    return Stream.concat(title.stream(), table.lines().stream())
        .reduce((above, below) -> above + System.lineSeparator() + below)
        .orElseThrow();
  }
}
