package org.mf4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mf4j.data.DatasetSplit;
import org.mf4j.data.SeriesIterator;
import org.mf4j.data.TargetCoding;
import org.mf4j.models.FittedModel;
import org.mf4j.models.MfRnn;
import org.mf4j.models.ModelFitter;
import org.mf4j.models.ModelSettings;
import org.mf4j.models.ToySets;
import org.mf4j.models.TrainingSettings;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SeededDropoutTest {
  private static final DatasetSplit LEVELS = ToySets.levels();

  @TempDir private Path folder;

  private static float[] dropped(SeededDropout dropout, int iteration) {
    return dropout
        .applyDropout(
            Nd4j.ones(100, 100),
            Nd4j.zeros(100, 100),
            iteration,
            0,
            LayerWorkspaceMgr.noWorkspaces())
        .data()
        .asFloat();
  }

  /** Of 10,000 numbers the deviation of the share is .004. */
  @Test
  void leavesOutTheShareAndScalesTheRest() {
    float[] values = dropped(new SeededDropout(0.8, 1), 0);
    int zeros = 0;
    for (float value : values) {
      zeros += value == 0 ? 1 : 0;
      assertThat(value == 0 || value == 1.25f).isTrue();
    }
    assertThat(zeros / 10_000.0).isCloseTo(0.2, within(0.02));
  }

  @Test
  void seedAndIterationDecide() {
    float[] first = dropped(new SeededDropout(0.5, 1), 7);
    Nd4j.getRandom().nextInt();
    assertThat(dropped(new SeededDropout(0.5, 1).clone(), 7)).isEqualTo(first);
    assertThat(dropped(new SeededDropout(0.5, 1), 8)).isNotEqualTo(first);
    assertThat(dropped(new SeededDropout(0.5, 2), 7)).isNotEqualTo(first);
  }

  @Test
  void refusesToLeaveOutEverything() {
    assertThatThrownBy(() -> Regularisation.NONE.withDropout(1))
        .hasMessage("dropout = 1.0: must be in [0, 1.0)");
  }

  private static FittedModel fitted(double dropout) throws InterruptedException {
    ModelSettings settings =
        MfRnn.heterogeneous(10)
            .with(TrainingSettings.EPOCHS, 5)
            .with(TrainingSettings.DROPOUT, dropout);
    return new ModelFitter(settings).fit(LEVELS.train(), 1, EpochListener.NONE);
  }

  @Test
  void aTrainingIsRepeatable() throws InterruptedException {
    INDArray once = fitted(0.5).network().params();
    Nd4j.getRandom().nextInt();
    assertThat(fitted(0.5).network().params()).isEqualTo(once);
    assertThat(fitted(0).network().params()).isNotEqualTo(once);
  }

  @Test
  void isActiveInTrainingOnly() throws InterruptedException {
    INDArray series =
        SeriesIterator.inOrder(LEVELS.test(), TargetCoding.ONE_HOT, 9).next().getFeatures();
    MultiLayerNetwork network = fitted(0.5).network();
    MultiLayerNetwork without = network.clone();
    without.getOutputLayer().conf().getLayer().setIDropout(null);
    INDArray answers = network.output(series, false).dup();
    assertThat(network.output(series, true)).isNotEqualTo(answers);
    assertThat(without.output(series, true)).isEqualTo(answers);
    assertThat(without.output(series, false)).isEqualTo(answers);
  }

  @Test
  void isSavedWithTheNetwork() throws IOException, InterruptedException {
    FittedModel model = fitted(0.25);
    model.save(folder.resolve("model.zip"));
    FittedModel loaded = FittedModel.load(folder.resolve("model.zip"));
    assertThat(loaded.predict(LEVELS.test())).containsExactly(model.predict(LEVELS.test()));
    MultiLayerConfiguration saved = loaded.network().getLayerWiseConfigurations();
    assertThat(saved.getConf(3).getLayer().getIDropout())
        .isEqualTo(model.network().getLayerWiseConfigurations().getConf(3).getLayer().getIDropout())
        .isInstanceOf(SeededDropout.class);
  }
}
