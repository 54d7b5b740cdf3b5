package org.mf4j.figures.html;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table with a header; cells are text, whatever characters they hold.
 *
 * @param header the names of the columns
 * @param rows the rows, each with one cell per column
 */
public record HtmlTable(List<String> header, List<List<String>> rows) {
  /**
   * Copies and validates.
   *
   * @throws IllegalArgumentException if a row has another number of cells than the header
   */
  public HtmlTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "row: " + row.size() + " cells in a table of " + header.size() + " columns");
      }
    }
  }

  /** {@return the table as one {@code <table>} element} */
  public String html() {
    return rows.stream()
        .map(row -> row("td", row))
        .collect(
            Collectors.joining(
                "", "<table><thead>" + row("th", header) + "</thead><tbody>", "</tbody></table>"));
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> cell(tag, cell))
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String cell(String tag, String text) {
    return "<" + tag + ">" + HtmlText.escape(text) + "</" + tag + ">";
  }
}
