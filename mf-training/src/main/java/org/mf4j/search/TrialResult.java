package org.mf4j.search;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A finished trial.
 *
 * @param configuration the {@link Configuration#id()}
 * @param draw which draw of the configuration, from 0
 * @param score accuracy or RMSE, the mean over the splits; empty if the trial failed
 * @param failure why it failed, in words
 * @param seconds its wall-clock time
 */
public record TrialResult(
    String configuration,
    int draw,
    OptionalDouble score,
    Optional<String> failure,
    double seconds) {
  /**
   * There is a score or a failure, not both.
   *
   * @throws IllegalArgumentException if there is not exactly one of score and failure
   */
  public TrialResult {
    if (score.isPresent() == failure.isPresent()) {
      throw new IllegalArgumentException("score, failure: give one of them");
    }
  }

  /**
   * A trial with a score, or, where that is not finite, a failure.
   *
   * @param configuration the id
   * @param draw the draw
   * @param score any number
   * @param seconds the time
   * @return the result
   */
  public static TrialResult of(String configuration, int draw, double score, double seconds) {
    return Double.isFinite(score)
        ? new TrialResult(configuration, draw, OptionalDouble.of(score), Optional.empty(), seconds)
        : failed(configuration, draw, "the score is " + score, seconds);
  }

  /**
   * A trial that failed.
   *
   * @param configuration the id
   * @param draw the draw
   * @param reason what it threw
   * @param seconds the time
   * @return the result
   */
  public static TrialResult failed(
      String configuration, int draw, RuntimeException reason, double seconds) {
    String words =
        reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    return failed(configuration, draw, words, seconds);
  }

  private static TrialResult failed(String configuration, int draw, String reason, double seconds) {
    return new TrialResult(
        configuration, draw, OptionalDouble.empty(), Optional.of(reason), seconds);
  }
}
