package org.mf4j.cli.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.figures.Figure;
import org.mf4j.figures.text.TextTable;

/** A result of a paper computed again, for the terminal and for files. */
public interface PaperReport {
  /** {@return what was computed} */
  String title();

  /** {@return the cells of the table, the header first} */
  List<List<String>> rows();

  /** {@return how to read the table and what is missing, one paragraph each} */
  List<String> notes();

  /** {@return the pictures of the table} */
  List<Figure> figures();

  /** {@return the table as plain text, with what is to be said of it} */
  default List<String> text() {
    List<List<String>> rows = rows();
    TextTable table = new TextTable(rows.get(0).size());
    rows.forEach(row -> table.add(row.toArray(new String[0])));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(notes());
    return lines;
  }
}
