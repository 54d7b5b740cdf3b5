package org.mf4j.stability.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.dynamics.Integration;
import org.mf4j.dynamics.MemristiveDynamics;
import org.mf4j.dynamics.stochastic.DeviceNoise;
import org.mf4j.models.FittedModel;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.networks.RecurrentWeights;
import org.mf4j.stability.Verdict;
import org.mf4j.training.EpochListener;

class StabilityReportTest {
  private static final Optional<SeriesSet> NO_SERIES = Optional.empty();

  /** Uncoupled neurons at the constants of Table II, except for the step. */
  private static StabilitySubject uncoupled(double deltaT) {
    MemristiveDynamics dynamics = MemristiveDynamics.paper().withDeltaT(deltaT).withSlope(1);
    RecurrentWeights weights =
        new RecurrentWeights(new double[][] {{1, -1, .5}}, new double[3][3], new double[1][3]);
    return new StabilitySubject(
        "three neurons",
        dynamics,
        Integration.EULER,
        DeviceNoise.none(),
        weights,
        Map.of(),
        StabilitySubject.Reading.direct(1));
  }

  private static SeriesSet waves(int channels, int steps) {
    double[][] x = new double[channels][];
    for (int c = 0; c < channels; c++) {
      x[c] = IntStream.range(0, steps).mapToDouble(t -> Math.sin(.3 * t)).toArray();
    }
    return new SeriesSet("waves", List.of(), List.of(new Series(x, 0)));
  }

  /** Table II: p_min 0.1616, p_max 10.224, C 99.035, S 3.207 for slope 1. */
  @Test
  void theQuantitiesAreThoseOfTableII() {
    StabilityReport.Quantities found =
        StabilityReport.of(uncoupled(.01), NO_SERIES, false, 1).quantities();
    assertThat(found.rates().lower()).isCloseTo(.1616, within(5e-5));
    assertThat(found.rates().upper()).isCloseTo(10.224, within(5e-4));
    assertThat(found.c()).isCloseTo(99.035, within(5e-4));
    assertThat(found.s()).isCloseTo(3.207, within(5e-4));
    assertThat(found.mu()).isCloseTo(1 - .001616, within(1e-6));
    assertThat(found.eFoldingSteps()).isCloseTo(-1 / Math.log(1 - .001616), within(.5));
    assertThat(found.attainedEFoldingSteps().upper()).isLessThan(found.eFoldingSteps());
  }

  /**
   * At zero input every uncoupled neuron has z = 0.75: its eigenvalue is 1 - deltaT (K_p + K_d).
   */
  @Test
  void withoutCouplingTheSpectrumIsTheDecayOfTheNeurons() {
    StabilityReport report = StabilityReport.of(uncoupled(.01), NO_SERIES, false, 1);
    double eigenvalue = 1 - .01 * (1e-4 * Math.exp(7.5) + .5 * Math.exp(-.75));
    assertThat(report.spectrum()).isPresent();
    assertThat(report.spectrum().get().real())
        .containsExactly(new double[] {eigenvalue, eigenvalue, eigenvalue}, within(1e-9));
    assertThat(report.spectrum().get().imaginary()).containsOnly(0);
    assertThat(report.conditions().verdict()).isEqualTo(Verdict.GLOBALLY_STABLE);
    assertThat(report.measures()).isEmpty();
    assertThat(report.capacities()).isEmpty();
  }

  @Test
  void alongASeriesNeuronsThatForgetHaveOneResponseAndANegativeExponent() {
    StabilityReport report =
        StabilityReport.of(uncoupled(.1), Optional.of(waves(1, 1500)), false, 1);
    SeriesMeasures measures = report.measures().orElseThrow();
    assertThat(measures.steps()).isEqualTo(1000);
    assertThat(measures.isFinite()).isTrue();
    assertThat(measures.lyapunov()).isNegative();
    assertThat(measures.echo().orElseThrow().index()).isEqualTo(1);
    assertThat(measures.isLongEnough()).isTrue();
    assertThat(measures.spectralRadius().orElseThrow().largest()).isLessThan(1);
  }

  /** deltaT (K_p + K_d) is above 2 at z = 1.15: the Euler step overshoots more every time. */
  @Test
  void statesThatDivergeHaveNoSpectrumAndNoCapacities() {
    SeriesSet high =
        new SeriesSet(
            "high",
            List.of(),
            List.of(
                new Series(
                    new double[][] {IntStream.range(0, 2000).mapToDouble(t -> 9).toArray()}, 0)));
    StabilityReport report = StabilityReport.of(uncoupled(3), Optional.of(high), true, 1);
    assertThat(report.conditions().verdict()).isEqualTo(Verdict.UNSTABLE);
    assertThat(report.measures().orElseThrow().isFinite()).isFalse();
    assertThat(report.measures().orElseThrow().lyapunov()).isNaN();
    assertThat(report.spectrum()).isEmpty();
    assertThat(report.discs()).isEmpty();
    assertThat(report.capacities()).isEmpty();
  }

  /** Three states keep three inputs of the past at most, and so do their polynomials. */
  @Test
  void noCapacityIsAboveTheNumberOfNeurons() {
    CapacityMeasures capacities =
        StabilityReport.of(uncoupled(.1), NO_SERIES, true, 1).capacities().orElseThrow();
    assertThat(capacities.memory().total()).isBetween(0., 3.);
    double all =
        IntStream.rangeClosed(1, CapacityMeasures.LARGEST_DEGREE)
            .mapToDouble(capacities.processing()::ofDegree)
            .sum();
    assertThat(all).isBetween(0., 3.);
    assertThat(capacities.ranks().kernel()).isBetween(1, 3);
    assertThat(capacities.narma10()).isPositive();
  }

  @Test
  void seriesOfOtherChannelsAreRefused() {
    assertThatThrownBy(() -> StabilityReport.of(uncoupled(.1), Optional.of(waves(2, 10)), false, 1))
        .isInstanceOf(DataException.class)
        .hasMessage("waves: the series have 2 channel(s) but the network reads 1.");
  }

  @Test
  void aSavedModelIsReadWhereItsNeuronsAre() throws InterruptedException {
    SeriesSet train = ToySets.levels().train();
    for (ModelKind kind :
        List.of(ModelKind.MF_ESN, ModelKind.PLAIN_HETERO_MF_ESN, ModelKind.HETERO_MF_ESN)) {
      FittedModel model = new ModelFitter(ToySettings.of(kind)).fit(train, 1, EpochListener.NONE);
      StabilitySubject subject = StabilitySubject.of(model);
      assertThat(subject.name()).isEqualTo(kind.id());
      assertThat(subject.units()).isEqualTo(20);
      assertThat(subject.reading().channels()).isEqualTo(1);
      assertThat(subject.settings()).containsEntry("units", 20).containsKey("integration");
      SeriesSet seen = subject.reading().view().apply(train);
      assertThat(seen.channels()).isEqualTo(subject.weights().input().length);
      assertThat(StabilitySubject.leaky(model)).isEmpty();
    }
    FittedModel leaky =
        new ModelFitter(ToySettings.of(ModelKind.ESN)).fit(train, 1, EpochListener.NONE);
    assertThat(StabilitySubject.leaky(leaky)).isPresent();
    assertThatThrownBy(() -> StabilitySubject.of(leaky))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model of kind esn");
  }
}
