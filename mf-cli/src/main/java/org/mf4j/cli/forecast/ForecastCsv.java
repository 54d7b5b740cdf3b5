package org.mf4j.cli.forecast;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mf4j.experiment.forecasting.ForecastResult;
import org.mf4j.experiment.forecasting.ForecastSearch;

/** A comparison of forecasts as CSV: a header, then one line per model and trial. */
public final class ForecastCsv {
  private final ForecastSearch search;
  private final List<ForecastResult> results;

  /**
   * The results of a comparison.
   *
   * @param search what was run
   * @param results what it found
   */
  public ForecastCsv(ForecastSearch search, List<ForecastResult> results) {
    this.search = search;
    this.results = List.copyOf(results);
  }

  /**
   * Writes in UTF-8.
   *
   * @param file the file to create
   * @throws IOException if writing fails
   */
  public void writeTo(Path file) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("signal,units,seed,model,configuration,validation,trial,test\n");
      for (ForecastResult result : results) {
        for (int trial = 0; trial < result.test().size(); trial++) {
          writer.write(
              "%s,%d,%d,%s,\"%s\",%s,%d,%s\n"
                  .formatted(
                      search.task().id(),
                      search.units(),
                      search.seed(),
                      result.model().id(),
                      result.configuration(),
                      result.validation(),
                      trial,
                      result.test().get(trial)));
        }
      }
    }
  }
}
