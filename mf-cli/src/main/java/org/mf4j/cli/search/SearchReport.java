package org.mf4j.cli.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mf4j.cli.output.Words;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;
import org.mf4j.models.Scores;
import org.mf4j.models.Setting;
import org.mf4j.search.Dimension;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;

/**
 * What a search found.
 *
 * @param setup what was searched
 * @param result what was found
 */
record SearchReport(SearchSetup setup, SearchResult result) {
  /** The best configurations, so many of them, and what is to be remembered. */
  Report report(int top) {
    return Report.of("Settings of " + setup.grid().base().kind().title())
        .with(leaderboard(top))
        .paragraphs(conclusion());
  }

  private Table leaderboard(int top) {
    Table table = Table.of("rank", result.metric().id(), "draws", "failed", "s", "configuration");
    List<Standing> best = result.standings().stream().limit(top).toList();
    for (int i = 0; i < best.size(); i++) {
      Standing one = best.get(i);
      int failed = one.failures().size();
      String reason = failed == 0 ? "" : " (" + one.failures().get(0) + ")";
      table =
          table.row(
              i + 1,
              Words.scores(result.metric(), one.scores()),
              one.scores().values().size() + failed,
              failed,
              Words.format("%.2f", one.seconds()),
              one.configuration().id() + reason);
    }
    return table;
  }

  /** The best settings, and what is wrong with them if anything is. */
  private List<String> conclusion() {
    List<String> lines = new ArrayList<>();
    int failed = result.failedConfigurations();
    if (failed > 0) {
      lines.add(
          failed + " of " + result.standings().size() + " configurations failed at least once.");
    }
    result
        .best()
        .ifPresentOrElse(
            best -> {
              lines.add("Best: " + best.configuration().id());
              if (!result.metric().isBetter(best.scores().mean(), setup.baselineScore())) {
                lines.add("The best configuration " + Words.NOT_BEATEN + ".");
              }
            },
            () -> lines.add("No configuration succeeded in all its trials."));
    return lines;
  }

  /** All configurations, best first, with all digits; every line has the commit that searched. */
  Table table(String commit) {
    List<Setting<?>> columns =
        setup.grid().dimensions().stream().<Setting<?>>map(Dimension::setting).toList();
    Stream<String> header =
        Stream.of(
                Stream.of("rank"),
                columns.stream().map(Setting::id),
                Stream.of("round", "succeeded", "failed", result.metric().id(), "std"),
                Stream.of("seconds", "failure", "commit"))
            .flatMap(names -> names);
    List<Standing> standings = result.standings();
    return new Table(
        header.toList(),
        IntStream.range(0, standings.size())
            .mapToObj(i -> row(i + 1, columns, standings.get(i), commit))
            .toList());
  }

  private static List<String> row(
      int rank, List<Setting<?>> columns, Standing standing, String commit) {
    Scores scores = standing.scores();
    boolean scored = !scores.values().isEmpty();
    List<Object> cells = new ArrayList<>(List.of(rank));
    columns.forEach(column -> cells.add(standing.configuration().values().get(column)));
    cells.addAll(
        List.of(
            standing.round() + 1,
            scores.values().size(),
            standing.failures().size(),
            scored ? scores.mean() : "",
            scored ? scores.std() : "",
            standing.seconds(),
            standing.failures().stream().findFirst().orElse(""),
            commit));
    return cells.stream().map(String::valueOf).toList();
  }
}
