package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.Metric;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.training.EpochListener;

class ComparisonTest {
  private static final DatasetSplit DATA = ToySets.levels();
  private static final ModelSettings ESN = ToySettings.of(ModelKind.ESN);
  private static final ModelSettings RNN =
      ToySettings.of(ModelKind.RNN).with(TrainingSettings.EPOCHS, 2);

  @Test
  void everyModelHasItsTrialsInOrder() throws InterruptedException {
    List<ModelResult> results =
        new Comparison(DATA).run(List.of(RNN, ESN), 3, 10, ComparisonListener.NONE);
    assertThat(results).extracting(ModelResult::kind).containsExactly(ModelKind.RNN, ModelKind.ESN);
    assertThat(results)
        .allSatisfy(
            result -> {
              assertThat(result.trials()).extracting(Trial::seed).containsExactly(10L, 11L, 12L);
              assertThat(result.fitSeconds()).isPositive();
              assertThat(result.predictSeconds()).isPositive();
            });
  }

  @Test
  void aTrialIsTheModelFittedWithItsSeed() throws InterruptedException {
    ModelResult result =
        new Comparison(DATA).run(List.of(RNN), 2, 5, ComparisonListener.NONE).get(0);
    double alone = new ModelFitter(RNN).fit(DATA.train(), 6, EpochListener.NONE).score(DATA.test());
    assertThat(result.scores().get(1)).isEqualTo(alone);
  }

  @Test
  void theListenerHearsTrialsAndHowFarTheyAre() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    ComparisonListener listener =
        new ComparisonListener() {
          @Override
          public void onTrialStart(ModelKind kind, int trial, int trials) {
            heard.add(kind.id() + " " + trial + "/" + trials);
          }

          @Override
          public void onEpoch(ModelKind kind, int trial, int epoch, int epochs, double loss) {
            heard.add(kind.id() + " " + trial + " epoch " + epoch + "/" + epochs);
          }

          @Override
          public void onSeries(ModelKind kind, int trial, int done, int series) {
            heard.add(kind.id() + " " + trial + " series " + done + "/" + series);
          }

          @Override
          public void onReadout(ModelKind kind, int trial) {
            heard.add(kind.id() + " " + trial + " readout");
          }

          @Override
          public void onTrialEnd(ModelKind kind, int trial, Trial result) {
            heard.add(kind.id() + " " + trial + " seed " + result.seed());
          }
        };
    new Comparison(DATA).run(List.of(ESN, RNN), 1, 3, ComparisonListener.NONE.andThen(listener));
    assertThat(heard)
        .containsExactly(
            "esn 1/1",
            "esn 1 readout",
            "esn 1 series 0/%d".formatted(DATA.train().size()),
            "esn 1 seed 3",
            "rnn 1/1",
            "rnn 1 epoch 1/2",
            "rnn 1 epoch 2/2",
            "rnn 1 seed 3");
  }

  @Test
  void anInterruptEndsReservoirsToo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Comparison(DATA).run(List.of(ESN), 1, 1, ComparisonListener.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theMetricFollowsTheTask() {
    assertThat(new Comparison(DATA).metric()).isEqualTo(Metric.ACCURACY);
    assertThat(new Comparison(ToySets.numbers()).metric()).isEqualTo(Metric.RMSE);
  }

  @Test
  void refusesNoTrials() {
    assertThatThrownBy(() -> new Comparison(DATA).run(List.of(ESN), 0, 1, ComparisonListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("trials = 0: must be at least 1");
  }
}
