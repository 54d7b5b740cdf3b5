package org.mf4j.models;

import java.util.List;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.options.Distribution.Choice;
import org.mf4j.options.Distribution.LogUniform;
import org.mf4j.readout.RidgeOptions;
import org.mf4j.reservoir.MixedReservoir;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.reservoir.input.ViewsInput;
import org.mf4j.reservoir.topology.Sparse;
import org.mf4j.summaries.Competition;
import org.mf4j.summaries.Exceedance;
import org.mf4j.summaries.Last;
import org.mf4j.summaries.Maximum;
import org.mf4j.summaries.Mean;
import org.mf4j.summaries.Rises;
import org.mf4j.summaries.RisingSteps;
import org.mf4j.summaries.StandardDeviation;
import org.mf4j.summaries.SummaryOptions;
import org.mf4j.summaries.TotalVariation;

/** Presets of the memristive-friendly echo state network. */
public final class MfEsn {
  private static final List<Integer> LAGS = List.of(1, 2, 4, 8, 16, 32);

  private static final MemristiveSettings NEURONS =
      MemristiveSettings.paper()
          .with(PhysicalConstant.DELTA_T, new LogUniform(0.003, 0.15))
          .with(PhysicalConstant.GAMMA, new Choice(0.5, 0.8, 0.95, 0.99, 1.0))
          .with(PhysicalConstant.SLOPE, new LogUniform(1, 5));

  private static final ReservoirOptions RESERVOIR =
      new ReservoirOptions(
          new ViewsInput(new LogUniform(0.1, 10), 1 + LAGS.size()),
          new LogUniform(0.3, 3),
          new Sparse(0.5, 10));

  /** Of classes: the six and what trajectories do over time, above a level, and beside others. */
  private static final SummaryOptions SIXTEEN =
      SummaryOptions.of(
          new Last(),
          new Mean(),
          new StandardDeviation(),
          new Maximum(),
          new TotalVariation(),
          new RisingSteps(),
          new Rises(),
          new Exceedance(0.02, 0.98),
          new Competition(MixedReservoir.GROUP));

  private MfEsn() {}

  /**
   * The heterogeneous MF-ESN: one preset for every task, nothing to search. The neurons of {@link
   * #plainHeterogeneous}, three quarters of which, or a quarter where numbers are predicted or a
   * series has several channels, are driven by a dilated kernel each ({@link MixedReservoir});
   * classes are read by sixteen summaries of every trajectory, squashed, numbers by six. Chosen on
   * the 32 development sets of MultiRocket's authors, see {@code docs/results/hetero-mf-esn.md}.
   *
   * @param units N, at least 1; 100 is good, 500 better
   * @return the settings
   * @throws IllegalArgumentException if there is not at least one neuron
   */
  public static ModelSettings heterogeneous(int units) {
    ModelSettings six = plainHeterogeneous(units);
    ReservoirLearning learning = (ReservoirLearning) six.learning();
    Reading reading =
        learning
            .reading()
            .withSummaries(SIXTEEN)
            .withSummariesOfNumbers(SummaryOptions.standard().summaries())
            .withKernels(0.75)
            .withSquashed(true);
    return six.withLearning(learning.withReading(reading));
  }

  /**
   * The heterogeneous MF-ESN without kernels: one preset for every task, a third of the cost of
   * {@link #heterogeneous} and less accurate on shapes. Neurons differ in step (log-uniform in
   * [0.003, 0.15]), stabiliser, slope, input and bias scaling; they see the series, standardised,
   * and its differences at lags 1 to 32; 10 neurons feed each; six summaries of every trajectory go
   * to a ridge regression whose penalty is chosen by leaving one out. Chosen by cross-validation on
   * training sets, see {@code docs/results/plain-hetero-mf-esn.md}. Until 2026-11-28 this was
   * {@code heterogeneous}, and {@code hetero-mf-esn} in the commands: numbers published under that
   * name are repeated by it.
   *
   * @param units N, at least 1; 100 is good, 500 better
   * @return the settings
   * @throws IllegalArgumentException if there is not at least one neuron
   */
  public static ModelSettings plainHeterogeneous(int units) {
    return new ModelSettings(
        units,
        NEURONS,
        new ReservoirLearning(
            Reading.trajectories(LAGS, SummaryOptions.standard()),
            RESERVOIR,
            RidgeOptions.leaveOneOut()));
  }
}
