package org.mf4j.cli.forecast;

import java.util.ArrayList;
import java.util.List;
import org.mf4j.cli.output.Words;
import org.mf4j.experiment.forecasting.ForecastResult;
import org.mf4j.experiment.forecasting.ForecastSearch;
import org.mf4j.figures.report.Report;
import org.mf4j.figures.report.Table;

/** A comparison of forecasts: what is compared, and what was found. */
record ForecastReport(ForecastSearch search) {
  /** The task and the budget. */
  List<String> header() {
    return List.of(
        Words.format(
            "%s: %s (%s is better), %d neurons",
            search.task().id(),
            search.task().metric(),
            search.task().lessIsBetter() ? "less" : "more",
            search.units()),
        Words.format(
            "Budget: %d random configurations per model with %d neurons, %d draws of the weights"
                + " each, seed %d",
            search.configurations(), search.searchUnits(), ForecastSearch.DRAWS, search.seed()),
        "");
  }

  /** The results, one line per model, then the configurations that were chosen. */
  Report report(List<ForecastResult> results) {
    Table scores = Table.of("model", "test", "validation", "seconds");
    Table chosen = Table.of();
    for (ForecastResult result : results) {
      String model = result.model().id();
      scores =
          scores.row(
              model,
              Words.format("%.4f +- %.4f", result.mean(), result.std()),
              Words.format("%.4f", result.validation()),
              Words.format("%.0f", result.seconds()));
      chosen = chosen.row(model, result.configuration());
    }
    return Report.of("Forecasts of " + search.task().id())
        .with(scores)
        .paragraphs(List.of("Chosen configurations:"))
        .with(chosen);
  }

  /** One line per model and trial, with all digits. */
  Table table(List<ForecastResult> results) {
    List<List<String>> rows = new ArrayList<>();
    for (ForecastResult result : results) {
      for (int trial = 0; trial < result.test().size(); trial++) {
        rows.add(
            List.of(
                search.task().id(),
                String.valueOf(search.units()),
                String.valueOf(search.seed()),
                result.model().id(),
                result.configuration(),
                String.valueOf(result.validation()),
                String.valueOf(trial),
                String.valueOf(result.test().get(trial))));
      }
    }
    return Table.of(
        List.of("signal", "units", "seed", "model", "configuration", "validation", "trial", "test"),
        rows);
  }
}
