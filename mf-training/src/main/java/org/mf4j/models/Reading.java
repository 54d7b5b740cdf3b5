package org.mf4j.models;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.models.Setting.Words;
import org.mf4j.networks.FeatureOptions;
import org.mf4j.options.Catalogue;
import org.mf4j.options.Require;
import org.mf4j.options.TextForm;
import org.mf4j.summaries.AllSteps;
import org.mf4j.summaries.Competition;
import org.mf4j.summaries.Exceedance;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Maximum;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.Rises;
import org.mf4j.summaries.RisingSteps;
import org.mf4j.summaries.StandardDeviation;
import org.mf4j.summaries.StateAt;
import org.mf4j.summaries.StepWindowMean;
import org.mf4j.summaries.Summary;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.TotalVariation;
import org.mf4j.summaries.WindowMean;

/**
 * What a reservoir sees of a series and what is read off its neurons, with a {@link Setting} for
 * every part.
 *
 * @param lags the distances k of the differences x(t) - x(t-k), in steps, that it sees beside the
 *     series; none for the series alone
 * @param kernels the share of the neurons that are driven by dilated kernels instead, in [0, 1],
 *     see {@link org.mf4j.reservoir.MixedReservoir}; a third of it where numbers are predicted or a
 *     series has several channels. Where there are any, all neurons see scaled inputs
 * @param features the features of every neuron's trajectory; whether the series and its differences
 *     are scaled by their deviations over the training set and features clipped to their range
 *     there; whether features are standardised and squashed then, for classes only, and not scaled
 *     again. All of it ends up in the weights of the network, which reads series as they are
 * @param ofNumbers the features where numbers are predicted; none for the same as of classes
 */
public record Reading(
    List<Integer> lags, double kernels, FeatureOptions features, List<Summary> ofNumbers) {
  /** The differences that a reservoir sees beside the series. */
  public static final Setting<List<Integer>> LAGS =
      ofReading(
              new Words(
                  "lags", "k of the differences x(t) - x(t-k) beside the series", "1 or above"),
              TextForm.orNone(TextForm.WHOLES),
              Reading::lags,
              Reading::withLags)
          .toldUnless(List.of());

  /** The neurons that dilated kernels drive. */
  public static final Setting<Double> KERNELS =
      ofReading(
              new Words(
                  "kernels",
                  "share of the neurons that dilated kernels drive; a third of it for numbers or"
                      + " several channels",
                  "in [0, 1]"),
              TextForm.NUMBER,
              Reading::kernels,
              Reading::withKernels)
          .toldUnless(0.0);

  /** What is read off every neuron. */
  public static final Setting<List<Summary>> SUMMARIES =
      ofReading(
              new Words("summaries", "the features of every neuron", summaryForm().words()),
              TextForm.listOf("summaries", summaryForm()),
              reading -> reading.summaries().summaries(),
              (reading, list) -> reading.withSummaries(withList(reading.summaries(), list)))
          .toldUnless(List.of(new Last()));

  /** Steps that the summaries leave out. */
  public static final Setting<Integer> WASHOUT =
      ofReading(
              new Words("washout", "first steps that the summaries leave out", "0 or above"),
              TextForm.WHOLE,
              reading -> reading.summaries().washout(),
              (reading, steps) -> reading.withSummaries(reading.summaries().withWashout(steps)))
          .toldUnless(0);

  /** Whether the input is summarised as well. */
  public static final Setting<Boolean> READ_INPUT =
      ofReading(
              new Words("readInput", "whether the input is summarised like a neuron", "a flag"),
              TextForm.FLAG,
              reading -> reading.summaries().includeInput(),
              (reading, read) -> reading.withSummaries(withInput(reading.summaries(), read)))
          .toldUnless(false);

  /** Whether inputs are scaled and features clipped. */
  public static final Setting<Boolean> NORMALISED =
      ofReading(
              new Words(
                  "normalised",
                  "whether inputs are standardised and features clipped to their range",
                  "a flag"),
              TextForm.FLAG,
              Reading::normalised,
              Reading::withNormalised)
          .toldUnless(false);

  /** What is read off every neuron where numbers are predicted. */
  public static final Setting<List<Summary>> SUMMARIES_OF_NUMBERS =
      ofReading(
              new Words(
                  "summariesOfNumbers",
                  "the features of every neuron where numbers are predicted; none for the same",
                  summaryForm().words()),
              TextForm.orNone(TextForm.listOf("summariesOfNumbers", summaryForm())),
              Reading::ofNumbers,
              Reading::withSummariesOfNumbers)
          .toldUnless(List.of());

  /** Whether features are squashed. */
  public static final Setting<Boolean> SQUASHED =
      ofReading(
              new Words(
                  "squashed",
                  "whether normalised features of classes are standardised and squashed,"
                      + " z / (1 + |z|)",
                  "a flag"),
              TextForm.FLAG,
              Reading::squashed,
              Reading::withSquashed)
          .toldUnless(false);

  /**
   * Every lag is a step at least, and a share is one.
   *
   * @throws IllegalArgumentException if a lag is below 1 or the share is not in [0, 1]
   */
  public Reading {
    lags = List.copyOf(lags);
    ofNumbers = List.copyOf(ofNumbers);
    lags.forEach(lag -> Require.positive("lags", lag));
    Require.probability("kernels", kernels);
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

  /**
   * What becomes of it for a training set: nothing depends on the kind of targets any more.
   *
   * @param train the training set
   * @return the reading of its features
   */
  public Reading of(SeriesSet train) {
    boolean numbers = !train.isClassification();
    SummaryOptions summaries =
        numbers && !ofNumbers.isEmpty()
            ? new SummaryOptions(ofNumbers, summaries().washout(), summaries().includeInput())
            : summaries();
    return new Reading(
        lags,
        numbers || train.channels() > 1 ? kernels / 3 : kernels,
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

  private static <T> Setting<T> ofReading(
      Words words,
      TextForm<T> form,
      Function<Reading, T> get,
      BiFunction<Reading, T, Reading> set) {
    return Setting.ofLearning(
        ReservoirLearning.class,
        words,
        form,
        learning -> Optional.of(get.apply(learning.reading())),
        (learning, value) -> learning.withReading(set.apply(learning.reading(), value)));
  }

  private static SummaryOptions withList(SummaryOptions options, List<Summary> summaries) {
    return new SummaryOptions(summaries, options.washout(), options.includeInput());
  }

  private static SummaryOptions withInput(SummaryOptions options, boolean read) {
    return new SummaryOptions(options.summaries(), options.washout(), read);
  }

  private static TextForm<Summary> summaryForm() {
    return new Catalogue<>(
            Summary.class,
            "summaries",
            List.of(),
            List.of(
                Catalogue.Kind.of("last", Last.class),
                Catalogue.Kind.of("mean", Mean.class),
                Catalogue.Kind.of("standard-deviation", StandardDeviation.class),
                Catalogue.Kind.of("maximum", Maximum.class),
                Catalogue.Kind.of("total-variation", TotalVariation.class),
                Catalogue.Kind.of("rising-steps", RisingSteps.class),
                Catalogue.Kind.of("rises", Rises.class),
                Catalogue.Kind.of("exceedance", Exceedance.class),
                Catalogue.Kind.of("competition", Competition.class),
                Catalogue.Kind.of("state-at", StateAt.class),
                Catalogue.Kind.of("window-mean", WindowMean.class),
                Catalogue.Kind.of("step-window-mean", StepWindowMean.class),
                Catalogue.Kind.of("all-steps", AllSteps.class)))
        .form();
  }
}
