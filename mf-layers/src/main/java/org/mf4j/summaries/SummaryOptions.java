package org.mf4j.summaries;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Which features are made of the states.
 *
 * @param summaries the summaries, in the order of the features; at least one
 * @param washout how many of the first present steps of every series are left out, until the state
 *     has forgotten where it started; 0 or above, below the length of every series
 * @param includeInput whether the input channels are summarised as well, after the neurons
 */
public record SummaryOptions(List<Summary> summaries, int washout, boolean includeInput)
    implements Serializable {
  /**
   * There is a summary, and the washout is a number of steps.
   *
   * @throws IllegalArgumentException if there is no summary, or the washout is negative
   */
  public SummaryOptions {
    summaries = List.copyOf(summaries);
    if (summaries.isEmpty()) {
      throw new IllegalArgumentException("summaries = []: give at least one");
    }
    if (washout < 0) {
      throw new IllegalArgumentException("washout = " + washout + ": must be 0 or above");
    }
  }

  /**
   * These summaries of all steps, the neurons only.
   *
   * @param summaries at least one
   * @return the options
   */
  public static SummaryOptions of(Summary... summaries) {
    return new SummaryOptions(List.of(summaries), 0, false);
  }

  /**
   * The six summaries that serve most tasks: last, mean, standard deviation, maximum, total
   * variation, fraction of rising steps.
   *
   * @return the options
   */
  public static SummaryOptions standard() {
    return of(
        new Last(),
        new Mean(),
        new StandardDeviation(),
        new Maximum(),
        new TotalVariation(),
        new RisingSteps());
  }

  /**
   * The same with another washout.
   *
   * @param steps how many steps are left out
   * @return the options
   */
  public SummaryOptions withWashout(int steps) {
    return new SummaryOptions(summaries, steps, includeInput);
  }

  /**
   * The same, the input channels summarised as well.
   *
   * @return the options
   */
  public SummaryOptions withInput() {
    return new SummaryOptions(summaries, washout, true);
  }

  /** {@return whether no summary is {@link Uncalibrated}} */
  public boolean isCalibrated() {
    return summaries.stream().noneMatch(Uncalibrated.class::isInstance);
  }

  /**
   * The same, with every summary that needs states calibrated on these.
   *
   * @param states of every neuron
   * @param uniform draws from U[0, 1)
   * @return options that can be used
   */
  public SummaryOptions calibrated(Calibration states, DoubleSupplier uniform) {
    List<Summary> calibrated = new ArrayList<>();
    for (Summary summary : summaries) {
      calibrated.add(
          summary instanceof Uncalibrated open ? open.calibrated(states, uniform) : summary);
    }
    return new SummaryOptions(calibrated, washout, includeInput);
  }

  /** {@return whether the last state of every neuron is all that is asked for} */
  public boolean isLastState() {
    return summaries.equals(List.of(new Last())) && !includeInput;
  }

  /** {@return K, the number of features per neuron} */
  public int features() {
    return summaries.stream().mapToInt(Summary::features).sum();
  }

  /**
   * How many numbers describe one series.
   *
   * @param neurons N
   * @param channels nIn
   * @return K N, or K (N + nIn) with the input
   */
  public long columns(long neurons, long channels) {
    return features() * (includeInput ? neurons + channels : neurons);
  }

  /**
   * Checks that these features can be made of whole series.
   *
   * @param lengths how many steps of every series are present
   * @throws IllegalArgumentException if a series does not outlast the washout, or is too short for
   *     a summary
   */
  public void requireLengths(int... lengths) {
    for (int series = 0; series < lengths.length; series++) {
      int length = lengths[series];
      if (length <= washout) {
        throw new IllegalArgumentException(
            "washout = "
                + washout
                + ": series "
                + series
                + " of the batch has only "
                + length
                + " steps, so nothing would be left; the washout must be below the length of every"
                + " series");
      }
      summaries.forEach(summary -> summary.requireLength(length - washout));
    }
  }

  /**
   * Checks that these features can follow a stream.
   *
   * @throws IllegalStateException if a summary needs to know where the series ends
   */
  public void requireStreamable() {
    for (Summary summary : summaries) {
      if (summary.needsLength()) {
        throw new IllegalStateException(
            summary
                + " needs to know where the series ends, which a stream does not tell; run whole"
                + " series, or count the steps from the start");
      }
    }
  }
}
