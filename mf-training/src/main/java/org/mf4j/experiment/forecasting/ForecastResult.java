package org.mf4j.experiment.forecasting;

import java.util.List;
import java.util.Optional;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;
import org.mf4j.search.SearchResult;
import org.mf4j.search.Standing;

/**
 * What a search found.
 *
 * @param kind the kind of reservoir
 * @param settings the chosen ones
 * @param selection the search that chose them; empty if they were given
 * @param finals the trials of the chosen ones on the test part
 */
public record ForecastResult(
    ModelKind kind, ModelSettings settings, Optional<SearchResult> selection, SearchResult finals) {
  /** {@return the scores on the test part, one per trial that did not fail} */
  public Scores test() {
    return finals.standings().isEmpty()
        ? new Scores(List.of())
        : finals.standings().get(0).scores();
  }

  /**
   * {@return the mean score of the chosen settings on the validation part, if they were searched}
   */
  public Optional<Double> validation() {
    return selection.flatMap(SearchResult::best).map(Standing::scores).map(Scores::mean);
  }

  /** {@return the wall-clock time of all trials, as if they had run one after the other} */
  public double seconds() {
    return finals.trialSeconds() + selection.map(SearchResult::trialSeconds).orElse(0.0);
  }
}
