package org.mf4j.cli.forecast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.mf4j.experiment.forecasting.ForecastResult;
import org.mf4j.experiment.forecasting.ForecastSearch;
import org.mf4j.figures.text.TextTable;

/** A comparison of forecasts as text: what is compared, and one table. */
public final class ForecastText {
  private final ForecastSearch search;

  /**
   * A report.
   *
   * @param search what was run
   */
  public ForecastText(ForecastSearch search) {
    this.search = search;
  }

  /**
   * The task and the budget.
   *
   * @return the lines
   */
  public List<String> header() {
    return List.of(
        "%s: %s (%s is better), %d neurons"
            .formatted(
                search.task().id(),
                search.task().metric(),
                search.task().lessIsBetter() ? "less" : "more",
                search.units()),
        "Budget: %d random configurations per model with %d neurons, %d draws of the weights each, seed %d"
            .formatted(
                search.configurations(), search.searchUnits(), ForecastSearch.DRAWS, search.seed()),
        "");
  }

  /**
   * The results, one line per model, then the configurations that were chosen.
   *
   * @param results the results of the models
   * @return the lines
   */
  public List<String> table(List<ForecastResult> results) {
    TextTable scores = new TextTable(4);
    scores.add("model", "test", "validation", "seconds");
    TextTable chosen = new TextTable(2);
    for (ForecastResult result : results) {
      scores.add(
          result.model().id(),
          format("%.4f +- %.4f", result.mean(), result.std()),
          format("%.4f", result.validation()),
          format("%.0f", result.seconds()));
      chosen.add(result.model().id(), result.configuration());
    }
    return Stream.of(scores.lines(), List.of("", "Chosen configurations:"), chosen.lines())
        .flatMap(List::stream)
        .toList();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
