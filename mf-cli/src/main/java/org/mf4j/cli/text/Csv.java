package org.mf4j.cli.text;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values, RFC 4180. */
public final class Csv {
  private Csv() {}

  /** A field; with a comma, a quote or a line break it stands in quotes. */
  public static String field(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
  }

  /** Rows, each ended by a line feed. */
  public static String rows(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(Csv::field).collect(Collectors.joining(",", "", "\n")))
        .collect(Collectors.joining());
  }
}
