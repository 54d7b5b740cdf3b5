package org.mf4j.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mf4j.models.Setting;
import org.mf4j.search.Dimension;
import org.mf4j.search.Grid;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;

/**
 * A search as CSV: a header, then one line per configuration, best first.
 *
 * @param grid what was searched
 * @param result what was found
 * @param commit of the program that searched, which stands in every line
 */
public record SearchCsv(Grid grid, SearchResult result, String commit) {
  /**
   * Writes it in UTF-8.
   *
   * @param file the file to create
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header());
    for (int i = 0; i < result.standings().size(); i++) {
      rows.add(row(i + 1, result.standings().get(i)));
    }
    Files.writeString(file, Csv.rows(rows));
  }

  private List<Setting<?>> columns() {
    return grid.dimensions().stream().<Setting<?>>map(Dimension::setting).toList();
  }

  private List<String> header() {
    List<String> cells = new ArrayList<>(List.of("rank"));
    columns().forEach(column -> cells.add(column.id()));
    cells.addAll(
        List.of(
            "round",
            "succeeded",
            "failed",
            result.metric().id(),
            "std",
            "seconds",
            "failure",
            "commit"));
    return cells;
  }

  private List<String> row(int rank, Standing standing) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(rank)));
    columns().forEach(c -> cells.add(String.valueOf(standing.configuration().values().get(c))));
    cells.add(String.valueOf(standing.round() + 1));
    cells.add(String.valueOf(standing.scores().values().size()));
    cells.add(String.valueOf(standing.failures().size()));
    boolean scored = !standing.scores().values().isEmpty();
    cells.add(scored ? String.valueOf(standing.scores().mean()) : "");
    cells.add(scored ? String.valueOf(standing.scores().std()) : "");
    cells.add(String.valueOf(standing.seconds()));
    cells.add(standing.failures().stream().findFirst().orElse(""));
    cells.add(commit);
    return cells;
  }
}
