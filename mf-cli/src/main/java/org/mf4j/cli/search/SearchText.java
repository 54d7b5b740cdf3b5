package org.mf4j.cli.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mf4j.cli.text.BaselineText;
import org.mf4j.figures.text.TextTable;
import org.mf4j.models.Baseline;
import org.mf4j.models.Metric;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;

/** A search as text: what is searched, before it runs; leaderboard and best settings, after it. */
public final class SearchText {
  private final SearchSetup setup;

  /**
   * A report.
   *
   * @param setup what is searched
   */
  public SearchText(SearchSetup setup) {
    this.setup = setup;
  }

  /**
   * The data set, the grid and the baseline.
   *
   * @return the lines
   */
  public List<String> header() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d training series; %s of %d of %s, %d draw%s each, %s"
            .formatted(
                setup.train().name(),
                setup.train().size(),
                setup.options().strategy().describe(),
                setup.grid().size(),
                setup.grid().base().kind().id(),
                setup.options().draws(),
                setup.options().draws() == 1 ? "" : "s",
                setup.options().validation().describe()));
    setup.grid().describe().forEach((name, values) -> lines.add("  " + name + " " + values));
    lines.add(BaselineText.line(Baseline.of(setup.train()), setup.baselineScore()));
    return lines;
  }

  /**
   * The best configurations.
   *
   * @param result what was found
   * @param top how many
   * @return the lines
   */
  public List<String> leaderboard(SearchResult result, int top) {
    TextTable table = new TextTable(6);
    table.add("rank", result.metric().id(), "draws", "failed", "s", "configuration");
    List<Standing> best = result.standings().stream().limit(top).toList();
    for (int i = 0; i < best.size(); i++) {
      Standing one = best.get(i);
      table.add(
          String.valueOf(i + 1),
          score(result.metric(), one),
          String.valueOf(one.scores().values().size() + one.failures().size()),
          String.valueOf(one.failures().size()),
          String.format(Locale.ROOT, "%.2f", one.seconds()),
          one.configuration().id() + reason(one));
    }
    return table.lines();
  }

  /**
   * What to remember: the best settings, and what is wrong with them if anything is.
   *
   * @param result what was found
   * @return the lines
   */
  public List<String> conclusion(SearchResult result) {
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
                lines.add("The best configuration " + BaselineText.NOT_BEATEN + ".");
              }
            },
            () -> lines.add("No configuration succeeded in all its trials."));
    return lines;
  }

  private static String score(Metric metric, Standing standing) {
    return standing.scores().values().isEmpty()
        ? "-"
        : BaselineText.score(metric, standing.scores().mean())
            + " +- "
            + BaselineText.score(metric, standing.scores().std());
  }

  private static String reason(Standing standing) {
    return standing.failures().stream().findFirst().map(why -> " (" + why + ")").orElse("");
  }
}
