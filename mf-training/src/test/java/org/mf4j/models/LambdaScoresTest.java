package org.mf4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.series.Split;
import org.mf4j.reservoir.ReservoirOptions;
import org.mf4j.training.EpochListener;

/** The scores are those of models that are fitted one by one. */
class LambdaScoresTest {
  private static final List<Double> LAMBDAS = List.of(1e-4, .01, 1., 100.);

  private static Split split(DatasetSplit sets) {
    return new Split(sets.train(), sets.test());
  }

  private static double fitted(ModelKind kind, double lambda, Split split)
      throws InterruptedException {
    ModelSettings toy = ToySettings.of(kind);
    Learning learning = new ReservoirLearning(new ReservoirOptions(1, .1, .9), lambda);
    return new ModelFitter(new ModelSettings(toy.units(), toy.cell(), learning))
        .fit(split.train(), 3, EpochListener.NONE)
        .score(split.validation());
  }

  @ParameterizedTest
  @EnumSource(
      value = ModelKind.class,
      names = {"ESN", "MF_ESN"})
  void everyScoreIsThatOfTheModelWithItsPenalty(ModelKind kind) throws InterruptedException {
    for (DatasetSplit sets : List.of(ToySets.levels(), ToySets.numbers())) {
      Split split = split(sets);
      double[] scores = LambdaScores.of(ToySettings.of(kind), LAMBDAS, split, 3);
      assertThat(scores).hasSize(LAMBDAS.size());
      for (int i = 0; i < scores.length; i++) {
        assertThat(scores[i]).isCloseTo(fitted(kind, LAMBDAS.get(i), split), within(1e-4));
      }
    }
  }

  @Test
  void aTrainedNetworkHasNoPenalty() {
    assertThatThrownBy(
            () ->
                LambdaScores.of(ToySettings.of(ModelKind.RNN), LAMBDAS, split(ToySets.levels()), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rnn");
  }
}
