package org.mf4j.models;

import java.util.List;
import org.mf4j.options.Require;
import org.mf4j.summaries.SummaryOptions;

/**
 * What a reservoir sees of a series and what is read off its neurons.
 *
 * @param lags the distances k of the differences x(t) - x(t-k), in steps, that it sees beside the
 *     series; none for the series alone
 * @param summaries the features of every neuron's trajectory
 * @param normalised whether the series and its differences are scaled by their deviations over the
 *     training set, and features clipped to their range there. Either ends up in the weights of the
 *     network, which reads series as they are
 */
public record Reading(List<Integer> lags, SummaryOptions summaries, boolean normalised) {
  /**
   * Every lag is a step at least.
   *
   * @throws IllegalArgumentException if a lag is below 1
   */
  public Reading {
    lags = List.copyOf(lags);
    lags.forEach(lag -> Require.positive("lags", lag));
  }

  /** {@return the last state, as in the papers} */
  public static Reading lastState() {
    return new Reading(List.of(), SummaryOptions.of(new org.mf4j.summaries.Last()), false);
  }

  /**
   * Whole trajectories of a scaled input.
   *
   * @param lags the distances of the differences, in steps
   * @param summaries the features
   * @return a normalised reading
   */
  public static Reading trajectories(List<Integer> lags, SummaryOptions summaries) {
    return new Reading(lags, summaries, true);
  }

  /**
   * {@return how many views of every channel the reservoir sees: the series and its differences}
   */
  public int views() {
    return 1 + lags.size();
  }

  /**
   * The same with other lags.
   *
   * @param other the distances, in steps
   * @return a new reading
   */
  public Reading withLags(List<Integer> other) {
    return new Reading(other, summaries, normalised);
  }

  /**
   * The same with other features.
   *
   * @param other the features
   * @return a new reading
   */
  public Reading withSummaries(SummaryOptions other) {
    return new Reading(lags, other, normalised);
  }

  /**
   * The same, scaled and clipped or not.
   *
   * @param scaled whether to scale and clip
   * @return a new reading
   */
  public Reading withNormalised(boolean scaled) {
    return new Reading(lags, summaries, scaled);
  }
}
