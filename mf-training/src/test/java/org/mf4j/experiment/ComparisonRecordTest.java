package org.mf4j.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mf4j.data.DatasetSplit;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelKind;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ToySets;
import org.mf4j.models.ToySettings;
import org.mf4j.models.TrainingSettings;
import org.mf4j.training.EpochListener;

class ComparisonRecordTest {
  private static final DatasetSplit DATA = ToySets.levels();
  private static final ModelSettings ESN = ToySettings.of(ModelKind.ESN);
  private static final ModelSettings RNN =
      ToySettings.of(ModelKind.RNN).with(TrainingSettings.EPOCHS, 3);

  @Test
  void keepsLossesAndPredictionsOfEveryTrial() throws InterruptedException {
    ComparisonRecord record = new ComparisonRecord();
    new Comparison(DATA).run(List.of(ESN, RNN), 2, 5, record);
    List<Double> losses = new ArrayList<>();
    EpochListener listener = (epoch, epochs, loss) -> losses.add(loss);
    double[] alone = new ModelFitter(RNN).fit(DATA.train(), 6, listener).predict(DATA.test());
    assertThat(record.predictions(ModelKind.RNN)).hasSize(2);
    assertThat(record.predictions(ModelKind.RNN).get(1)).isEqualTo(alone);
    assertThat(record.losses(ModelKind.RNN).get(1))
        .isEqualTo(losses.stream().mapToDouble(Double::doubleValue).toArray());
    assertThat(record.losses(ModelKind.ESN)).isEmpty();
    assertThat(record.predictions(ModelKind.MF_RNN)).isEmpty();
  }

  @Test
  void twoListenersHearTheSame() throws InterruptedException {
    ComparisonRecord first = new ComparisonRecord();
    ComparisonRecord second = new ComparisonRecord();
    new Comparison(DATA).run(List.of(RNN), 1, 5, first.andThen(second));
    assertThat(second.losses(ModelKind.RNN).get(0)).hasSize(3);
    assertThat(second.losses(ModelKind.RNN).get(0)).isEqualTo(first.losses(ModelKind.RNN).get(0));
    assertThat(second.predictions(ModelKind.RNN)).hasSize(1);
  }
}
