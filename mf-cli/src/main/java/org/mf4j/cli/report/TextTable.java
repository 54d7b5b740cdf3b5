package org.mf4j.cli.report;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text: columns aligned to the left and two blanks apart. */
final class TextTable {
  private final int columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table of so many columns. */
  TextTable(int columns) {
    this.columns = columns;
  }

  /** Adds a row of one cell per column. */
  void add(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "cells: " + cells.length + " in a table of " + columns + " columns");
    }
    rows.add(List.of(cells));
  }

  /** The rows as cells. */
  List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /** The rows as lines, without blanks at their ends. */
  List<String> lines() {
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
