package org.mf4j.cli.report;

import java.util.ArrayList;
import java.util.List;

/** A table of plain text: columns aligned to the left and two blanks apart. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** Starts a table with its header. */
  TextTable(String... header) {
    rows.add(List.of(header));
  }

  /** Adds a row with as many cells as the header. */
  void add(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "cells: " + cells.length + " in a table of " + rows.get(0).size() + " columns");
    }
    rows.add(List.of(cells));
  }

  /** The lines of the table, without blanks at their ends. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      line.append(row.get(column)).append(" ".repeat(width(column) - row.get(column).length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }
}
