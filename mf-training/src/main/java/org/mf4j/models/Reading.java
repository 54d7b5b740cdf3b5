package org.mf4j.models;

import java.util.List;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.networks.FeatureOptions;
import org.mf4j.options.Require;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;

/**
 * What a reservoir sees of a series and what is read off its neurons.
 *
 * @param lags the distances k of the differences x(t) - x(t-k), in steps, that it sees beside the
 *     series; none for the series alone
 * @param kernels the share of the neurons that are driven by dilated kernels instead, in [0, 1],
 *     see {@link org.mf4j.reservoir.MixedReservoir}; half of it where numbers are predicted or a
 *     series has several channels. Where there are any, all neurons see scaled inputs
 * @param features the features of every neuron's trajectory; whether the series and its differences
 *     are scaled by their deviations over the training set and features clipped to their range
 *     there; whether features are standardised and squashed then, for classes only, and not scaled
 *     again. All of it ends up in the weights of the network, which reads series as they are
 * @param ofNumbers the features where numbers are predicted; none for the same as of classes
 */
public record Reading(
    List<Integer> lags, double kernels, FeatureOptions features, List<Summary> ofNumbers) {
  /**
   * Every lag is a step at least, and a share is one.
   *
   * @throws IllegalArgumentException if a lag is below 1 or the share is not in [0, 1]
   */
  public Reading {
    lags = List.copyOf(lags);
    ofNumbers = List.copyOf(ofNumbers);
    lags.forEach(lag -> Require.positive("lags", lag));
    if (!(kernels >= 0 && kernels <= 1)) {
      throw new IllegalArgumentException("kernels = " + kernels + ": must be in [0, 1]");
    }
  }

  /** {@return the last state, as in the papers} */
  public static Reading lastState() {
    return new Reading(List.of(), 0, FeatureOptions.of(SummaryOptions.of(new Last())), List.of());
  }

  /**
   * Whole trajectories of a scaled input.
   *
   * @param lags the distances of the differences, in steps
   * @param summaries the features
   * @return a normalised reading
   */
  public static Reading trajectories(List<Integer> lags, SummaryOptions summaries) {
    return new Reading(lags, 0, new FeatureOptions(summaries, true, false), List.of());
  }

  /** {@return the features of classes} */
  public SummaryOptions summaries() {
    return features.summaries();
  }

  /** {@return whether inputs are scaled and features clipped} */
  public boolean normalised() {
    return features.clipped();
  }

  /** {@return whether the features of classes are squashed} */
  public boolean squashed() {
    return features.squashed();
  }

  /**
   * {@return how many views of every channel the reservoir sees: the series and its differences}
   */
  public int views() {
    return 1 + lags.size();
  }

  /** What becomes of it for a training set: nothing depends on the kind of targets any more. */
  Reading of(SeriesSet train) {
    boolean numbers = !train.isClassification();
    SummaryOptions summaries =
        numbers && !ofNumbers.isEmpty()
            ? new SummaryOptions(ofNumbers, summaries().washout(), summaries().includeInput())
            : summaries();
    return new Reading(
        lags,
        numbers || train.channels() > 1 ? kernels / 2 : kernels,
        new FeatureOptions(summaries, normalised(), normalised() && squashed() && !numbers),
        List.of());
  }

  /**
   * The same with other lags.
   *
   * @param other the distances, in steps
   * @return a new reading
   */
  public Reading withLags(List<Integer> other) {
    return new Reading(other, kernels, features, ofNumbers);
  }

  /**
   * The same with another share of neurons that kernels drive.
   *
   * @param share in [0, 1]
   * @return a new reading
   */
  public Reading withKernels(double share) {
    return new Reading(lags, share, features, ofNumbers);
  }

  /**
   * The same with other features.
   *
   * @param other the features
   * @return a new reading
   */
  public Reading withSummaries(SummaryOptions other) {
    return new Reading(
        lags, kernels, new FeatureOptions(other, normalised(), squashed()), ofNumbers);
  }

  /**
   * The same with other features where numbers are predicted.
   *
   * @param other the features; none for the same as of classes
   * @return a new reading
   */
  public Reading withSummariesOfNumbers(List<Summary> other) {
    return new Reading(lags, kernels, features, other);
  }

  /**
   * The same, scaled and clipped or not.
   *
   * @param scaled whether to scale and clip
   * @return a new reading
   */
  public Reading withNormalised(boolean scaled) {
    return new Reading(
        lags, kernels, new FeatureOptions(summaries(), scaled, squashed()), ofNumbers);
  }

  /**
   * The same, squashed or not.
   *
   * @param squash whether the features of classes are squashed
   * @return a new reading
   */
  public Reading withSquashed(boolean squash) {
    return new Reading(
        lags, kernels, new FeatureOptions(summaries(), normalised(), squash), ofNumbers);
  }
}
