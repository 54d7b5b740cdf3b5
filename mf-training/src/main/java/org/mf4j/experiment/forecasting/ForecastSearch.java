package org.mf4j.experiment.forecasting;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.options.Require;
import org.mf4j.search.Grid;
import org.mf4j.search.Search;
import org.mf4j.search.SearchListener;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Strategy;
import org.mf4j.search.journal.Journals;

/**
 * Random search at a fixed budget: so many configurations are drawn, each is fitted with {@value
 * #DRAWS} draws of its weights, the mean score on the validation part chooses one, and that one is
 * fitted anew with other weights and scored on the test part.
 *
 * @param task the signal
 * @param units N of the trials, at least 1
 * @param searchUnits N while configurations are tried, at least 1; fewer save time
 * @param configurations how many are tried, at least 1
 * @param trials fits of the chosen one, at least 1
 * @param seed decides everything random but the signal
 */
public record ForecastSearch(
    ForecastTask task, int units, int searchUnits, int configurations, int trials, long seed) {
  /** Draws of the weights per configuration. */
  public static final int DRAWS = 2;

  /**
   * Every count is at least 1.
   *
   * @throws IllegalArgumentException if a count is not at least 1
   */
  public ForecastSearch {
    Require.positive("units", units);
    Require.positive("searchUnits", searchUnits);
    Require.positive("configurations", configurations);
    Require.positive("trials", trials);
  }

  /**
   * Searches, and tries what was found.
   *
   * @param kind one of {@link ForecastGrids#kinds}
   * @param journals where the trials are kept
   * @param listener is told how the search, and then the trials, go on
   * @param stopped true ends the run
   * @return the chosen settings and their scores; empty if it was stopped before its end, or no
   *     configuration succeeded
   * @throws IOException if a journal cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  public Optional<ForecastResult> run(
      ModelKind kind, Journals journals, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    String name = "%s-%s-%d-".formatted(task.id(), kind.id(), searchUnits);
    SearchResult selection =
        journals.run(
            name + "search",
            new Search(
                ForecastGrids.of(kind, searchUnits),
                task.objective(ForecastTask.VALIDATION),
                new Strategy.RandomSample(configurations),
                DRAWS,
                seed),
            Map.of(),
            listener,
            stopped);
    if (!selection.isComplete() || selection.best().isEmpty()) {
      return Optional.empty();
    }
    ModelSettings chosen = selection.best().get().configuration().settings().withUnits(units);
    return trials(kind, chosen, journals, listener, stopped)
        .map(finals -> new ForecastResult(kind, chosen, Optional.of(selection), finals));
  }

  /**
   * Tries given settings.
   *
   * @param settings of a reservoir that is read at every step
   * @param journals where the trials are kept
   * @param listener is told how the trials go on
   * @param stopped true ends the run
   * @return their scores; empty if it was stopped before its end
   * @throws IOException if a journal cannot be read or written
   * @throws InterruptedException if the thread was interrupted
   */
  public Optional<ForecastResult> run(
      ModelSettings settings, Journals journals, SearchListener listener, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    return trials(settings.kind(), settings, journals, listener, stopped)
        .map(finals -> new ForecastResult(settings.kind(), settings, Optional.empty(), finals));
  }

  private Optional<SearchResult> trials(
      ModelKind kind,
      ModelSettings settings,
      Journals journals,
      SearchListener listener,
      BooleanSupplier stopped)
      throws IOException, InterruptedException {
    Search search =
        new Search(
            new Grid(settings, List.of()),
            task.objective(ForecastTask.TEST),
            new Strategy.Exhaustive(),
            trials,
            seed);
    String name = "%s-%s-%d-final".formatted(task.id(), kind.id(), settings.units());
    SearchResult finals = journals.run(name, search, Map.of(), listener, stopped);
    return finals.isComplete() ? Optional.of(finals) : Optional.empty();
  }
}
