package org.mf4j.reproduction;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.Scores;
import org.mf4j.papers.PublishedScore;
import org.mf4j.search.SearchResult;

/**
 * One model on one data set.
 *
 * @param dataset the data set
 * @param kind the model
 * @param metric how scores are to be read
 * @param settings what was fitted
 * @param selection the search that found the settings; empty if they are the authors'
 * @param finals the trials on the whole training set, scored on the test set
 * @param baseline the score of the baseline on the test set
 * @param published the score in the paper; empty if there is none to compare with
 * @param logged the time that the authors' selection took, if it is known
 */
public record Reproduced(
    String dataset,
    ModelKind kind,
    Metric metric,
    ModelSettings settings,
    Optional<SearchResult> selection,
    SearchResult finals,
    double baseline,
    Optional<PublishedScore> published,
    Optional<Duration> logged) {

  /**
   * The scores on the test set.
   *
   * @return those of the trials that did not fail
   */
  public Scores scores() {
    return finals.standings().isEmpty()
        ? new Scores(List.of())
        : finals.standings().get(0).scores();
  }

  /**
   * How many final trials failed.
   *
   * @return 0 for all well
   */
  public int failures() {
    return finals.standings().stream().mapToInt(standing -> standing.failures().size()).sum();
  }

  /**
   * How the score stands to the published one.
   *
   * @return empty if there is nothing to compare
   */
  public Optional<Agreement> agreement() {
    return scores().values().isEmpty()
        ? Optional.empty()
        : published.map(paper -> Agreement.of(metric, scores(), paper));
  }

  /**
   * Whether the model learned anything.
   *
   * @return false if it does not beat the baseline
   */
  public boolean beatsBaseline() {
    return metric.isBetter(scores().mean(), baseline);
  }

  /**
   * The time of all trials of the selection, as if they had run one after the other.
   *
   * @return seconds; 0 without a selection
   */
  public double selectionSeconds() {
    return selection.map(SearchResult::trialSeconds).orElse(0.0);
  }
}
