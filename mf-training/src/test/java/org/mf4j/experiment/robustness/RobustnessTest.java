package org.mf4j.experiment.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mf4j.data.DatasetSplit;
import org.mf4j.experiment.robustness.RobustnessResult.Point;
import org.mf4j.hardware.NonidealityKind;
import org.mf4j.hardware.Placement;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.Scores;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.search.SearchListener;
import org.mf4j.search.TrialLog;

class RobustnessTest {
  private static final DatasetSplit LEVELS = ToySets.levels();

  private static Subject subject(ModelKind kind) {
    return new Subject(kind.id(), ToySettings.of(kind));
  }

  private static RobustnessOptions options(int draws, Placement placement, Axis... axes) {
    return new RobustnessOptions(List.of(axes), draws, true, placement, 5);
  }

  private static RobustnessResult run(
      List<Subject> subjects, DatasetSplit data, RobustnessOptions options, TrialLog log)
      throws Exception {
    return new Robustness(subjects, data, options).run(log, SearchListener.NONE, () -> false);
  }

  @Test
  void withoutDeviationTheScoresAreThoseOfTheFit() throws Exception {
    List<Subject> subjects =
        List.of(
            subject(ModelKind.ESN),
            subject(ModelKind.PLAIN_HETERO_MF_ESN),
            subject(ModelKind.HETERO_MF_ESN),
            subject(ModelKind.MF_RNN));
    Axis none = new Axis(NonidealityKind.PROGRAMMING_NOISE, List.of(0.0));
    RobustnessResult result =
        run(subjects, LEVELS, options(2, Placement.RECURRENT, none), TrialLog.inMemory());
    assertThat(result.isComplete()).isTrue();
    for (Subject one : subjects) {
      List<Double> expected = new ArrayList<>();
      for (int draw = 0; draw < 2; draw++) {
        expected.add(
            new ModelFitter(one.settings())
                .fit(LEVELS.train(), 5 + draw, (epoch, epochs, loss) -> {})
                .score(LEVELS.test()));
      }
      assertThat(result.asFitted(one.name(), false).values()).isEqualTo(expected);
      assertThat(result.curve(one.name(), NonidealityKind.PROGRAMMING_NOISE, false))
          .singleElement()
          .satisfies(point -> assertThat(point.scores().values()).isEqualTo(expected));
      // The classes are levels, which any readout of the states finds again.
      assertThat(result.asFitted(one.name(), true).mean()).isGreaterThan(0.9);
      if (!one.settings().learning().isTrained()) {
        assertThat(result.asFitted(one.name(), true).values()).isEqualTo(expected);
      }
    }
  }

  /** All dead: the readout sees zeros and names one class, a third of the series. */
  @Test
  void aDeadReservoirKnowsNothingAndNoReadoutHelps() throws Exception {
    Axis dead = new Axis(NonidealityKind.DEAD_NEURONS, List.of(1.0));
    RobustnessResult result =
        run(
            List.of(subject(ModelKind.MF_ESN), subject(ModelKind.RNN)),
            LEVELS,
            options(1, Placement.RECURRENT, dead),
            TrialLog.inMemory());
    for (String model : new String[] {"mf-esn", "rnn"}) {
      for (boolean refit : new boolean[] {false, true}) {
        assertThat(result.curve(model, NonidealityKind.DEAD_NEURONS, refit).get(0).scores().mean())
            .isCloseTo(1.0 / 3, within(1e-12));
      }
    }
  }

  /** Half of the neurons gone: what was fitted to all of them fails, a new readout works. */
  @Test
  void aReservoirCanBeReadAgainInEveryTask() throws Exception {
    Axis dead = new Axis(NonidealityKind.DEAD_NEURONS, List.of(0.5));
    for (DatasetSplit data :
        List.of(LEVELS, ToySets.twoLevelsOfUnequalLengths(), ToySets.numbers())) {
      for (ModelKind kind : List.of(ModelKind.ESN, ModelKind.MF_RNN)) {
        RobustnessResult result =
            run(
                List.of(subject(kind)),
                data,
                options(3, Placement.RECURRENT, dead),
                TrialLog.inMemory());
        double kept = mean(result, kind, false);
        double refit = mean(result, kind, true);
        assertThat(result.metric().isBetter(kept, refit)).as(kind + " " + data).isFalse();
      }
    }
  }

  private static double mean(RobustnessResult result, ModelKind kind, boolean refit) {
    return result.curve(kind.id(), NonidealityKind.DEAD_NEURONS, refit).get(0).scores().mean();
  }

  /** A readout on devices that are all stuck at G_max is 0, whether or not it was fitted again. */
  @Test
  void aReadoutOnDevicesIsWrittenToThemAgain() throws Exception {
    Axis stuck = new Axis(NonidealityKind.STUCK_ON, List.of(1.0));
    RobustnessResult result =
        run(
            List.of(subject(ModelKind.ESN)),
            LEVELS,
            options(1, Placement.EVERYTHING, stuck),
            TrialLog.inMemory());
    for (boolean refit : new boolean[] {false, true}) {
      assertThat(result.curve("esn", NonidealityKind.STUCK_ON, refit).get(0).scores().mean())
          .isCloseTo(1.0 / 3, within(1e-12));
    }
  }

  @Test
  void whatIsInTheLogIsNotRunAgainAndTheRestIsTheSame() throws Exception {
    Axis levels = new Axis(NonidealityKind.LEVELS, List.of(1.0, 4.0));
    RobustnessOptions options = options(2, Placement.RECURRENT, levels);
    List<Subject> subjects = List.of(subject(ModelKind.ESN), subject(ModelKind.MF_ESN));
    TrialLog whole = TrialLog.inMemory();
    RobustnessResult expected = run(subjects, LEVELS, options, whole);
    TrialLog half = TrialLog.inMemory();
    half.append(whole.results().subList(0, 7));
    RobustnessResult resumed = run(subjects, LEVELS, options, half);
    assertThat(half.results()).hasSize(2 * 2 * (1 + 2) * 2).startsWith(whole.results().get(0));
    assertThat(resumed).isEqualTo(expected);
    RobustnessResult stopped =
        new Robustness(subjects, LEVELS, options)
            .run(TrialLog.inMemory(), SearchListener.NONE, () -> true);
    assertThat(stopped.isComplete()).isFalse();
    assertThat(stopped.done()).isZero();
  }

  @Test
  void aTanhNetworkHasNoRatesToSpread() throws Exception {
    Axis spread = new Axis(NonidealityKind.RATE_SPREAD, List.of(0.1));
    RobustnessResult result =
        run(
            List.of(subject(ModelKind.ESN), subject(ModelKind.MF_ESN)),
            LEVELS,
            options(1, Placement.RECURRENT, spread),
            TrialLog.inMemory());
    assertThat(result.curve("esn", NonidealityKind.RATE_SPREAD, false)).isEmpty();
    assertThat(result.curve("mf-esn", NonidealityKind.RATE_SPREAD, false)).hasSize(1);
  }

  /** By hand: .9 as fitted, so 1 % is lost at .891, between .9 at 0.1 and .8 at 0.3: 0.118. */
  @Test
  void aLossLiesOnTheLineBetweenTwoStrengths() {
    RobustnessResult result = curve(Metric.ACCURACY, .9, .9, .8, .5);
    assertThat(loss(result, 0.01)).isCloseTo(0.1 + 0.2 * 0.09, within(1e-12));
    assertThat(loss(result, 0.1)).isCloseTo(0.1 + 0.2 * 0.9, within(1e-12));
    assertThat(result.strengthOfLoss("m", NonidealityKind.READ_NOISE, false, 0.6)).isEmpty();
    RobustnessResult errors = curve(Metric.RMSE, 1, 1, 1.5, 3);
    assertThat(loss(errors, 0.1)).isCloseTo(0.1 + 0.2 * 0.2, within(1e-12));
    // Nothing deviates at 0.
    assertThat(loss(curve(Metric.ACCURACY, .9, .5, .4, .3), 0.1))
        .isCloseTo(0.1 * 0.09 / 0.4, within(1e-12));
  }

  private static double loss(RobustnessResult result, double share) {
    return result.strengthOfLoss("m", NonidealityKind.READ_NOISE, false, share).orElseThrow();
  }

  private static RobustnessResult curve(Metric metric, double asFitted, double... scores) {
    double[] strengths = {0.1, 0.3, 0.5};
    List<Point> points = new ArrayList<>();
    points.add(point(Optional.empty(), 0, asFitted));
    IntStream.range(0, 3)
        .forEach(
            i ->
                points.add(
                    point(Optional.of(NonidealityKind.READ_NOISE), strengths[i], scores[i])));
    return new RobustnessResult(metric, points, 4, 4);
  }

  private static Point point(Optional<NonidealityKind> kind, double strength, double score) {
    return new Point(new Case("m", kind, strength, false), new Scores(List.of(score)), List.of());
  }

  @Test
  void anAxisIsInOrderAndEvenlySpaced() {
    assertThat(new Axis(NonidealityKind.LEVELS, List.of(1.0, 8.0, 3.0)).strengths())
        .containsExactly(8.0, 3.0, 1.0);
    assertThat(Axis.between(NonidealityKind.READ_NOISE, 0, 0.3, 4).strengths())
        .containsExactly(0.0, 0.1, 0.2, 0.3);
    assertThat(Axis.between(NonidealityKind.DRIFT, 1, 1e6, 4).strengths())
        .containsExactly(1.0, 100.0, 1e4, 1e6);
    assertThatThrownBy(() -> new Axis(NonidealityKind.STUCK_ON, List.of(2.0)))
        .hasMessageContaining("on = 2.0");
    assertThatThrownBy(
            () ->
                options(
                    1,
                    Placement.RECURRENT,
                    new Axis(NonidealityKind.LEVELS, List.of(1.0)),
                    new Axis(NonidealityKind.LEVELS, List.of(2.0))))
        .hasMessageContaining("each non-ideality once");
  }
}
