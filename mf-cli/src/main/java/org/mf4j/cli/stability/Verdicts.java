package org.mf4j.cli.stability;

import java.util.List;
import java.util.Optional;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.FittedModel;
import org.mf4j.stability.LeakyConditions;
import org.mf4j.stability.report.StabilityReport;
import org.mf4j.stability.report.StabilitySubject;

/** What {@code mf stability} says of a model that is at hand, for the pages of other commands. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * The verdict on a model.
   *
   * @param model the model
   * @param series what it reads, transformed
   * @param seed of what is measured
   * @return one sentence at least
   */
  public static List<String> on(FittedModel model, SeriesSet series, long seed) {
    Optional<LeakyConditions> leaky = StabilitySubject.leaky(model);
    if (leaky.isPresent()) {
      return List.of(StabilityPage.leaky(model.kind(), leaky.get()));
    }
    try {
      StabilitySubject subject = StabilitySubject.of(model);
      return new Advice(StabilityReport.of(subject, Optional.of(series), false, seed)).sentences();
    } catch (IllegalArgumentException e) {
      // An LSTM or a gated layer, which theory does not cover.
      return List.of("No theory: " + e.getMessage());
    }
  }
}
