package org.mf4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mf4j.dynamics.PhysicalConstant;
import org.mf4j.models.MemristiveSettings;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ToySettings;
import org.mf4j.models.TrainingSettings;

class HalvingScheduleTest {
  private static ModelSettings base(ModelKind kind) {
    ModelSettings toy = ToySettings.of(kind);
    return TrainingSettings.EPOCHS.isIn(toy) ? toy.with(TrainingSettings.EPOCHS, 90) : toy;
  }

  private static Grid slopes(ModelKind kind, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      values.add((double) i);
    }
    return new Grid(
        base(kind),
        List.of(
            Dimension.of(MemristiveSettings.setting(PhysicalConstant.SLOPE), values.toArray())));
  }

  /** By hand: 9 with 10 epochs, 3 with 30, 1 with 90. */
  @Test
  void trainedModelsGetMoreEpochs() {
    Schedule schedule = new Strategy.Halving(3).schedule(slopes(ModelKind.MF_RNN, 9), 1, 1);
    assertThat(schedule.rounds()).isEqualTo(3);
    assertThat(schedule.trials()).isEqualTo(9 + 3 + 1);
    List<Configuration> ranked = schedule.round(0, List.of()).configurations();
    assertThat(ranked).hasSize(9).allMatch(one -> one.id().endsWith("epochs=10"));
    Round second = schedule.round(1, ranked);
    assertThat(second.configurations())
        .extracting(Configuration::id)
        .containsExactly("slope=1.0 epochs=30", "slope=2.0 epochs=30", "slope=3.0 epochs=30");
    assertThat(schedule.round(2, second.configurations()).configurations())
        .extracting(Configuration::id)
        .containsExactly("slope=1.0 epochs=90");
  }

  /** By hand: 10 with draw 0, 4 with draws 0 to 2, 2 with draws 0 to 4. */
  @Test
  void reservoirsGetMoreDraws() {
    Schedule schedule = new Strategy.Halving(3).schedule(slopes(ModelKind.MF_ESN, 10), 5, 1);
    assertThat(schedule.rounds()).isEqualTo(3);
    assertThat(schedule.trials()).isEqualTo(10 + 4 * 2 + 2 * 2);
    List<Configuration> all = schedule.round(0, List.of()).configurations();
    assertThat(List.of(schedule.round(0, all), schedule.round(1, all), schedule.round(2, all)))
        .extracting(round -> round.configurations().size() + "x" + round.draws())
        .containsExactly("10x1", "4x3", "2x5");
  }

  /** The reference counts every trial that is new in its round. */
  @Property(tries = 100)
  void theTrialsAreThoseOfItsRounds(
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @IntRange(min = 1, max = 12) int draws,
      @ForAll @IntRange(min = 2, max = 5) int factor) {
    Schedule schedule =
        new Strategy.Halving(factor).schedule(slopes(ModelKind.MF_ESN, count), draws, 1);
    Set<TrialKey> trials = new HashSet<>();
    List<Configuration> ranked = List.of();
    for (int r = 0; r < schedule.rounds(); r++) {
      Round round = schedule.round(r, ranked);
      ranked = round.configurations();
      for (Configuration one : ranked) {
        for (int draw = 0; draw < round.draws(); draw++) {
          trials.add(new TrialKey(one.id(), draw));
        }
      }
    }
    assertThat(schedule.trials()).isEqualTo(trials.size());
    assertThat(schedule.round(schedule.rounds() - 1, ranked).draws()).isEqualTo(draws);
  }

  @Test
  void whatItMultipliesCannotBeVaried() {
    Grid grid =
        new Grid(
            ToySettings.of(ModelKind.RNN), List.of(Dimension.of(TrainingSettings.EPOCHS, 1, 2)));
    assertThatThrownBy(() -> new Strategy.Halving(2).schedule(grid, 1, 1))
        .hasMessageStartingWith("dimensions: epochs is what halving multiplies");
    assertThatThrownBy(() -> new Strategy.Halving(1)).hasMessage("factor = 1: must be at least 2");
  }
}
