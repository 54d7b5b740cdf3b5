package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.DataException;
import org.mf4j.data.series.Series;
import org.mf4j.data.series.SeriesSet;
import org.mf4j.training.EpochListener;

class ModelFitterTest {
  @ParameterizedTest
  @EnumSource
  void everyKindTellsThreeClassesApart(ModelKind kind) throws InterruptedException {
    DatasetSplit data = ToySets.levels();
    assertThat(fit(kind, data, 1).score(data.test())).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindTellsTwoClassesOfUnequalLengthsApart(ModelKind kind) throws InterruptedException {
    DatasetSplit data = ToySets.twoLevelsOfUnequalLengths();
    assertThat(fit(kind, data, 1).score(data.test())).isGreaterThan(0.95);
  }

  /** The target has a standard deviation of 1: whoever predicts its mean has that error. */
  @ParameterizedTest
  @EnumSource
  void everyKindRegresses(ModelKind kind) throws InterruptedException {
    DatasetSplit data = ToySets.numbers();
    assertThat(fit(kind, data, 1).score(data.test())).isLessThan(0.5);
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesTheModel(ModelKind kind) throws InterruptedException {
    DatasetSplit data = ToySets.levels();
    FittedModel first = fit(kind, data, 1);
    assertThat(fit(kind, data, 1).network().params()).isEqualTo(first.network().params());
    assertThat(fit(kind, data, 2).network().params()).isNotEqualTo(first.network().params());
  }

  @Test
  void tellsEveryEpochOfTraining() throws InterruptedException {
    List<Integer> epochs = new ArrayList<>();
    new ModelFitter(ToySettings.of(ModelKind.RNN).with(TrainingSettings.EPOCHS, 3))
        .fit(ToySets.levels().train(), 1, (epoch, limit, loss) -> epochs.add(epoch));
    assertThat(epochs).containsExactly(1, 2, 3);
  }

  @Test
  void theModelKnowsWhereItComesFrom() throws InterruptedException {
    FittedModel model = fit(ModelKind.RNN, ToySets.levels(), 7);
    assertThat(model.provenance())
        .containsEntry("dataset", "levels")
        .containsEntry("series", 45)
        .containsEntry("seed", 7L)
        .containsEntry("settings", ToySettings.of(ModelKind.RNN).describe());
    assertThat(model.withProvenance(Map.of("file", "x.ts")).provenance())
        .containsEntry("file", "x.ts")
        .containsEntry("seed", 7L);
  }

  @Test
  void refusesMissingValues() {
    SeriesSet broken =
        new SeriesSet(
            "broken",
            List.of("a", "b"),
            List.of(
                new Series(new double[][] {{1, 2}}, 0),
                new Series(new double[][] {{1, Double.NaN}}, 1)));
    assertThatThrownBy(
            () -> new ModelFitter(ToySettings.of(ModelKind.RNN)).fit(broken, 1, EpochListener.NONE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("series 2 has a missing value");
  }

  private static FittedModel fit(ModelKind kind, DatasetSplit data, long seed)
      throws InterruptedException {
    return new ModelFitter(ToySettings.of(kind)).fit(data.train(), seed, EpochListener.NONE);
  }
}
