package org.mf4j.figures.text;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text: columns aligned to the left and two blanks apart. */
public final class TextTable {
  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param columns the number of its columns
   */
  public TextTable(int columns) {
    this.columns = columns;
  }

  /**
   * Adds a row.
   *
   * @param cells one per column
   * @throws IllegalArgumentException if there are not as many as columns
   */
  public void add(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "cells: " + cells.length + " in a table of " + columns + " columns");
    }
    rows.add(List.of(cells));
  }

  /** {@return the rows as cells} */
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** {@return the rows as lines, without blanks at their ends} */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      line.append(row.get(column)).append(" ".repeat(width(column) - row.get(column).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }
}
