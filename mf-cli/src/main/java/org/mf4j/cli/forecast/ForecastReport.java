package org.mf4j.cli.forecast;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.cli.output.Words;
import org.mf4j.experiment.forecasting.ForecastResult;
import org.mf4j.experiment.forecasting.ForecastSearch;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;

/** A comparison of forecasts: what is compared, and what was found. */
record ForecastReport(ForecastSearch search, boolean given) {
  /** The task and the budget. */
  List<String> header() {
    return List.of(
        Words.format(
            "%s: %s (%s is better), %d neurons",
            search.task().id(),
            search.task().scored(),
            search.task().metric().moreIsBetter() ? "more" : "less",
            search.units()),
        given
            ? Words.format("Given settings, seed %d", search.seed())
            : Words.format(
                "Budget: %d random configurations per model with %d neurons, %d draws of the"
                    + " weights each, seed %d",
                search.configurations(), search.searchUnits(), ForecastSearch.DRAWS, search.seed()),
        "");
  }

  /** The results, one line per model, then the configurations that were chosen. */
  Report report(List<ForecastResult> results) {
    Table scores = Table.of("model", "test", "validation", "seconds");
    Table chosen = Table.of();
    for (ForecastResult result : results) {
      String model = result.kind().id();
      scores =
          scores.row(
              model,
              Words.scores(search.task().metric(), result.test()),
              result.validation().map(score -> Words.format("%.4f", score)).orElse("-"),
              Words.format("%.0f", result.seconds()));
      chosen = chosen.row(model, Words.join(result.settings().values()));
    }
    return Report.of("Forecasts of " + search.task().id())
        .with(scores)
        .paragraphs(List.of(given ? "Settings:" : "Chosen configurations:"))
        .with(chosen);
  }

  /** One line per model and trial, with all digits. */
  Table table(List<ForecastResult> results) {
    List<List<String>> rows = new ArrayList<>();
    for (ForecastResult result : results) {
      List<Double> test = result.test().values();
      for (int trial = 0; trial < test.size(); trial++) {
        rows.add(
            List.of(
                search.task().id(),
                String.valueOf(search.units()),
                String.valueOf(search.seed()),
                result.kind().id(),
                Words.join(result.settings().values()),
                result.validation().map(String::valueOf).orElse(""),
                String.valueOf(trial),
                String.valueOf(test.get(trial))));
      }
    }
    return new Table(
        List.of("signal", "units", "seed", "model", "configuration", "validation", "trial", "test"),
        rows);
  }
}
